package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.upload.Upload;
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
        upload.setI18n(UploadWords.forEvidence());
        upload.setWidthFull();
        upload.getElement().setAttribute("aria-label", text("ui.evidence.add"));
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
