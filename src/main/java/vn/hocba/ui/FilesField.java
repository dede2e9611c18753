package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.ArrayList;
import java.util.List;

/** Files added to a form, such as scanned evidence. */
class FilesField extends CustomField<List<FormFile>> {

    private static final long serialVersionUID = 1L;

    private static final int LARGEST = 10 * 1024 * 1024;
    private static final int MOST = 5;

    private final ArrayList<FormFile> files = new ArrayList<>();

    FilesField() {
        super(List.of());
        Upload upload = new Upload(UploadHandler.inMemory((metadata, content) -> {
            files.add(new FormFile(metadata.fileName(), content));
            updateValue();
        }));
        upload.setAcceptedFileTypes(".pdf", ".jpg", ".jpeg", ".png", ".xml");
        upload.setMaxFiles(MOST);
        upload.setMaxFileSize(LARGEST);
        UploadI18N words = UploadWords.inCurrentLanguage();
        words.setAddFiles(
                new UploadI18N.AddFiles().setOne(text("ui.upload.add-any")).setMany(text("ui.upload.add-any")));
        words.getError().setIncorrectFileType(text("ui.upload.bad-type-any"));
        upload.setI18n(words);
        upload.setWidthFull();
        upload.getElement().setAttribute("aria-label", text("ui.upload.add-any"));
        upload.addFileRejectedListener(event -> Notice.refused(event.getErrorMessage()));
        upload.addFileRemovedListener(event -> {
            files.removeIf(file -> file.name().equals(event.getFileName()));
            updateValue();
        });
        add(upload);
        setWidthFull();
    }

    @Override
    protected List<FormFile> generateModelValue() {
        return List.copyOf(files);
    }

    @Override
    protected void setPresentationValue(List<FormFile> value) {
        files.clear();
        files.addAll(value);
    }
}
