package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.customfield.CustomField;
import java.util.List;

/** Files added to a form, such as scanned evidence. */
class FilesField extends CustomField<List<FormFile>> {

    private static final long serialVersionUID = 1L;

    private static final int LARGEST = 10 * 1024 * 1024;
    private static final int MOST = 5;

    private final FileUpload upload;

    FilesField() {
        super(List.of());
        upload =
                new FileUpload(
                        new FileUpload.Limits(MOST, LARGEST, (long) MOST * LARGEST),
                        ".pdf",
                        ".jpg",
                        ".jpeg",
                        ".png",
                        ".xml") {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected void arrived() {
                        updateValue();
                    }
                };
        upload.takeEachNameOnce();
        upload.setI18n(UploadWords.forEvidence());
        upload.getElement().setAttribute("aria-label", text("ui.evidence.add"));
        upload.addFileRemovedListener(event -> updateValue());
        add(upload);
        setWidthFull();
    }

    @Override
    protected List<FormFile> generateModelValue() {
        return upload.received();
    }

    /** Files come from the browser only; what may be set is that there are none. */
    @Override
    protected void setPresentationValue(List<FormFile> value) {
        if (!value.isEmpty()) {
            throw new IllegalArgumentException("files come from the browser");
        }
        upload.forgetAll();
    }
}
