package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** The words of the upload field, which knows English only. */
public final class UploadWords {

    private UploadWords() {}

    /** In the language of the screen, for evidence: pictures, PDF, XML. */
    static UploadI18N forEvidence() {
        UploadI18N words = inCurrentLanguage();
        words.getAddFiles().setOne(text("ui.evidence.add")).setMany(text("ui.evidence.add"));
        words.getError()
                .setTooManyFiles(text("ui.evidence.too-many"))
                .setFileIsTooBig(text("ui.evidence.too-big"))
                .setIncorrectFileType(text("ui.evidence.bad-type"));
        return words;
    }

    /** In the language of the screen, for workbooks. */
    public static UploadI18N inCurrentLanguage() {
        UploadI18N words = new UploadI18N();
        words.setDropFiles(
                new UploadI18N.DropFiles().setOne(text("ui.upload.drop")).setMany(text("ui.upload.drop")));
        words.setAddFiles(
                new UploadI18N.AddFiles().setOne(text("ui.upload.add")).setMany(text("ui.upload.add")));
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(text("ui.upload.too-many"))
                .setFileIsTooBig(text("ui.upload.too-big"))
                .setIncorrectFileType(text("ui.upload.bad-type")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(text("ui.upload.connecting"))
                        .setStalled(text("ui.upload.stalled"))
                        .setProcessing(text("ui.upload.processing"))
                        .setHeld(text("ui.upload.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(text("ui.upload.remaining"))
                        .setUnknown(text("ui.upload.remaining-unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(text("ui.upload.unavailable"))
                        .setUnexpectedServerError(text("ui.upload.failed"))
                        .setForbidden(text("ui.upload.forbidden"))));
        words.setFile(new UploadI18N.File()
                .setRetry(text("ui.upload.retry"))
                .setStart(text("ui.upload.start"))
                .setRemove(text("ui.upload.remove")));
        words.setUnits(List.of("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"));
        return words;
    }
}
