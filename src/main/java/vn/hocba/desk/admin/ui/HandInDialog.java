package vn.hocba.desk.admin.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;
import java.util.Map;
import vn.hocba.shared.Refused;
import vn.hocba.ui.AskingDialog;
import vn.hocba.ui.FileUpload;
import vn.hocba.ui.FormFile;
import vn.hocba.ui.UploadWords;
import vn.hocba.ui.Wording;

/** Takes the file of a certificate that another authority has issued, and by whom it signs. Must not be opened from another dialog. */
class HandInDialog extends AskingDialog {

    private static final long serialVersionUID = 1L;

    /** A certificate has a few kilobytes. */
    private static final int LARGEST = 100 * 1024;

    /** Takes what was chosen; what it refuses is shown and the dialog stays. */
    @FunctionalInterface
    interface Taking {

        void take(String provider, byte[] file);
    }

    private final FileUpload upload =
            new FileUpload(new FileUpload.Limits(1, LARGEST, LARGEST), ".cer", ".crt", ".pem", ".der");
    private final Paragraph refusal = new Paragraph();

    /** @param providers what each is called, by name */
    HandInDialog(String holder, Map<String, String> providers, Taking taking) {
        setHeaderTitle(text("office.certificates.hand-in.for", holder));
        setWidth("32rem");
        setMaxWidth("95vw");
        Select<String> provider = new Select<>();
        provider.setLabel(text("office.certificates.provider"));
        provider.setItems(providers.keySet());
        provider.setItemLabelGenerator(providers::get);
        provider.setValue(providers.keySet().iterator().next());
        provider.setWidthFull();
        refusal.addClassName("login-problem");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        upload.setI18n(words());
        upload.getElement().setAttribute("aria-label", text("office.certificates.hand-in.file"));
        upload.sayRefusals((name, reason) -> object(reason));
        add(new Paragraph(text("office.certificates.hand-in.note")), provider, upload, refusal);
        Button go = new Button(
                text("office.certificates.hand-in"), click -> once(() -> submit(provider.getValue(), taking)));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }

    private static UploadI18N words() {
        UploadI18N words = UploadWords.inCurrentLanguage();
        words.getAddFiles().setOne(text("office.certificates.hand-in.file"));
        words.getError()
                .setTooManyFiles(text("office.certificates.hand-in.one-file"))
                .setFileIsTooBig(text("office.certificates.hand-in.too-big"))
                .setIncorrectFileType(text("office.certificates.hand-in.bad-type"));
        return words;
    }

    private void submit(String provider, Taking taking) {
        List<FormFile> files = upload.received();
        if (files.isEmpty()) {
            object(text("office.certificates.hand-in.no-file"));
            return;
        }
        try {
            taking.take(provider, files.get(0).content());
            close();
        } catch (Refused refused) {
            upload.forgetAll();
            object(refused.text(Wording.locale()));
        }
    }

    private void object(String words) {
        refusal.setText(words);
        refusal.setVisible(true);
    }
}
