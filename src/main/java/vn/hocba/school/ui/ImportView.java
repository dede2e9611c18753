package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.locale;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;
import vn.hocba.identity.Session;
import vn.hocba.school.ImportPreview;
import vn.hocba.school.ImportPreview.Counts;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.ImportResult;
import vn.hocba.school.NamedFile;
import vn.hocba.school.SchoolImport;
import vn.hocba.school.workbook.WorkbookFile;
import vn.hocba.shared.Refused;
import vn.hocba.ui.FileUpload;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Screen;
import vn.hocba.ui.UploadWords;

/** Choose workbooks, see what they will do and what is wrong with them, and only then write. */
@Route(value = "import", layout = MainLayout.class)
@RolesAllowed("SCHOOL_ADMIN")
public class ImportView extends Screen {

    private static final long serialVersionUID = 1L;

    /** The workbooks of a large school; all of them are in memory while they are read. */
    private static final FileUpload.Limits LIMITS =
            new FileUpload.Limits(200, WorkbookFile.MAX_BYTES, 5L * WorkbookFile.MAX_BYTES);

    /** Long enough for the browser to paint the progress bar before the server is busy. */
    private static final int PAINT_MILLIS = 60;

    private final transient SchoolImport schoolImport;
    private final String schoolId;
    private final FileUpload upload;
    private final Panel choose;
    private final Div progress = new Div();
    private final Span progressText = new Span();
    private final Div notices = new Div();
    private final Div report = new Div();

    ImportView(SchoolImport schoolImport, Session session) {
        super("school.import.title");
        wide();
        this.schoolImport = schoolImport;
        schoolId = session.user().unitId();
        upload = upload();
        choose = new Panel(new H2(text("school.import.choose")), new Paragraph(text("school.import.explain")), upload);
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", text("school.import.working"));
        progressText.getElement().setAttribute("role", "status");
        progress.add(progressText, bar);
        progress.setVisible(false);
        notices.getElement().setAttribute("role", "alert");
        notices.getStyle().set("color", "var(--hocba-late)");
        report.getStyle().set("display", "flex").set("flex-direction", "column").set("gap", "1rem");
        add(choose, progress, notices, report);
    }

    private FileUpload upload() {
        FileUpload field = new FileUpload(LIMITS, ".xlsx");
        field.sayRefusals((file, reason) -> say(text("school.import.not-uploaded", file, reason)));
        UploadI18N words = UploadWords.inCurrentLanguage();
        words.getAddFiles().setOne(text("school.upload.add")).setMany(text("school.upload.add"));
        words.getError()
                .setFileIsTooBig(text("school.upload.too-big"))
                .setIncorrectFileType(text("school.upload.bad-type"));
        field.setI18n(words);
        field.addFileRemovedListener(event -> previewOrClear());
        field.addAllFinishedListener(event -> previewOrClear());
        return field;
    }

    /** In the page and not over it, so that it goes with what it speaks of. */
    private void say(String words) {
        Paragraph line = new Paragraph(words);
        line.getStyle().set("margin", "0");
        notices.add(line);
    }

    private void drop(String name) {
        upload.forget(name);
        if (upload.received().isEmpty()) {
            startAgain();
        } else {
            previewOrClear();
        }
    }

    private void previewOrClear() {
        report.removeAll();
        int files = upload.received().size();
        if (files > 0) {
            whileShowing(text("school.import.reading", files), this::preview);
        }
    }

    private List<NamedFile> files() {
        return upload.received().stream()
                .map(file -> new NamedFile(file.name(), file.content()))
                .toList();
    }

    private void preview() {
        show(schoolImport.preview(schoolId, files()));
    }

    private void show(ImportPreview preview) {
        Counts total = preview.total();
        List<String> refused = preview.refusedFiles();
        int rest = preview.files().size() - refused.size();
        Button confirm = new Button(
                refused.isEmpty() || rest == 0
                        ? text("school.import.confirm")
                        : text("school.import.confirm-rest", rest),
                click -> {
                    report.removeAll();
                    notices.removeAll();
                    whileShowing(text("school.import.writing"), () -> apply(preview));
                });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.setEnabled(preview.canBeApplied() && total.created() + total.changed() > 0);
        Button other = new Button(text("school.import.other-files"), click -> startAgain());
        Div buttons = new Div(confirm, other);
        buttons.getStyle().set("display", "flex").set("gap", "0.5rem").set("flex-wrap", "wrap");

        Panel summary = new Panel(
                new H2(
                        preview.schoolYear() == null
                                ? text("school.import.preview")
                                : text(
                                        "school.import.preview-of",
                                        preview.schoolYear().toString())),
                sentence(preview),
                named("school.import.left-out-files", rest == 0 ? List.of() : refused),
                moved(preview.pupilsMoved()),
                named("school.import.accounts-closed", preview.accountsClosed()),
                named("school.import.accounts-reopened", preview.accountsReopened()),
                pills(refused.size(), preview.count(Severity.ERROR), preview.count(Severity.WARNING)),
                buttons);
        choose.setVisible(false);
        report.add(summary, new ImportReport(preview.files(), preview.changes(), preview.problems(), this::drop));
    }

    private static Component moved(long pupils) {
        Paragraph words = new Paragraph(text("school.import.pupils-moved", pupils));
        words.getStyle().set("margin", "0");
        words.setVisible(pupils > 0);
        return words;
    }

    private static Component named(String key, List<String> some) {
        String names = some.stream().sorted().collect(Collectors.joining(", "));
        Paragraph words = new Paragraph(text(key, some.size(), names));
        words.getStyle().set("color", "var(--hocba-late)").set("margin", "0");
        words.setVisible(!some.isEmpty());
        return words;
    }

    private static Component sentence(ImportPreview preview) {
        Counts total = preview.total();
        String key;
        if (!preview.canBeApplied()) {
            key = "school.import.refused";
        } else if (total.created() + total.changed() == 0) {
            key = "school.import.no-change";
        } else {
            key = "school.import.will";
        }
        Paragraph sentence =
                new Paragraph(text(key, total.created(), total.changed(), total.unchanged(), total.leftOut()));
        if (!preview.canBeApplied()) {
            sentence.getStyle().set("color", "var(--hocba-late)");
        }
        return sentence;
    }

    /** Writes what the preview showed: without the files that it could not take. */
    private void apply(ImportPreview seen) {
        List<String> refused = seen.refusedFiles();
        List<NamedFile> taken =
                files().stream().filter(file -> !refused.contains(file.name())).toList();
        try {
            showDone(schoolImport.apply(schoolId, taken, seen), refused);
        } catch (RuntimeException e) {
            // The preview must not be lost over what the shell or this page says.
            preview();
            throw e;
        }
    }

    private void showDone(ImportResult result, List<String> refused) {
        upload.forgetAll();
        Counts total = result.total();
        Button again = new Button(text("school.import.again"), click -> startAgain());
        again.getStyle().set("align-self", "flex-start");
        long errors = result.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .count();
        Panel done = new Panel(
                new H2(text("school.import.done")),
                new Paragraph(text(
                        "school.import.did",
                        total.created(),
                        total.changed(),
                        total.unchanged(),
                        total.leftOut(),
                        result.schoolYear().toString())),
                named("school.import.not-written", refused),
                pills(refused.size(), errors, result.problems().size() - errors),
                again);
        done.getElement().setAttribute("role", "status");
        report.removeAll();
        report.add(done, new ImportReport(result.files(), List.of(), result.problems(), null));
    }

    private static Component pills(long refusedFiles, long errors, long warnings) {
        Div pills = new Div();
        pills.getStyle().set("display", "flex").set("gap", "0.5rem");
        if (refusedFiles > 0) {
            pills.add(new Pill(text("school.import.refused-files", refusedFiles), Pill.Tone.LATE));
        }
        if (errors > 0) {
            pills.add(new Pill(text("school.import.errors", errors), Pill.Tone.LATE));
        }
        if (warnings > 0) {
            pills.add(new Pill(text("school.import.warnings", warnings), Pill.Tone.SOON));
        }
        if (refusedFiles + errors + warnings == 0) {
            pills.add(new Pill(text("school.import.no-problems"), Pill.Tone.CALM));
        }
        return pills;
    }

    private void startAgain() {
        upload.forgetAll();
        report.removeAll();
        notices.removeAll();
        choose.setVisible(true);
    }

    /** Paints the progress bar first, and works in the round trip after it. */
    private void whileShowing(String words, Runnable work) {
        progressText.setText(words);
        progress.setVisible(true);
        getElement()
                .executeJs("return new Promise(painted => setTimeout(() => painted(true), $0))", PAINT_MILLIS)
                .then(Boolean.class, painted -> {
                    try {
                        work.run();
                    } catch (Refused refused) {
                        say(refused.text(locale()));
                    } finally {
                        progress.setVisible(false);
                    }
                });
    }
}
