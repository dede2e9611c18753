package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** The words of the upload field, which knows English only. */
final class UploadWords {

    private UploadWords() {}

    static UploadI18N inCurrentLanguage() {
        UploadI18N words = new UploadI18N();
        words.setDropFiles(
                new UploadI18N.DropFiles().setOne(text("school.upload.drop")).setMany(text("school.upload.drop")));
        words.setAddFiles(
                new UploadI18N.AddFiles().setOne(text("school.upload.add")).setMany(text("school.upload.add")));
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(text("school.upload.too-many"))
                .setFileIsTooBig(text("school.upload.too-big"))
                .setIncorrectFileType(text("school.upload.bad-type")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(text("school.upload.connecting"))
                        .setStalled(text("school.upload.stalled"))
                        .setProcessing(text("school.upload.processing"))
                        .setHeld(text("school.upload.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(text("school.upload.remaining"))
                        .setUnknown(text("school.upload.remaining-unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(text("school.upload.unavailable"))
                        .setUnexpectedServerError(text("school.upload.failed"))
                        .setForbidden(text("school.upload.forbidden"))));
        words.setFile(new UploadI18N.File()
                .setRetry(text("school.upload.retry"))
                .setStart(text("school.upload.start"))
                .setRemove(text("school.upload.remove")));
        words.setUnits(List.of("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"));
        return words;
    }
}
