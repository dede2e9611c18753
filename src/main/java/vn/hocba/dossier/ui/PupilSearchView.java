package vn.hocba.dossier.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import vn.hocba.dossier.FindPupils;
import vn.hocba.dossier.FindPupils.Hit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.VietnameseText;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Screen;
import vn.hocba.ui.Wording;

/** Finds a pupil's records by name or code. */
@Route(value = "tim-hoc-sinh", layout = MainLayout.class)
@RolesAllowed({"PRINCIPAL", "CLERK", "SCHOOL_ADMIN", "TEACHER"})
public class PupilSearchView extends Screen {

    private static final long serialVersionUID = 1L;

    private final transient FindPupils pupils;
    private final TextField wanted = new TextField();
    private final Div result = new Div();

    PupilSearchView(FindPupils pupils) {
        super("office.search.title");
        this.pupils = pupils;
        wanted.setLabel(text("office.search.field"));
        wanted.setHelperText(text("office.search.hint"));
        wanted.setClearButtonVisible(true);
        wanted.setAutofocus(true);
        wanted.setManualValidation(true);
        wanted.setMaxLength(100);
        wanted.setValueChangeMode(ValueChangeMode.EAGER);
        wanted.addKeyDownListener(Key.ENTER, press -> search());
        Button go = new Button(text("office.search.button"), click -> search());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div bar = new Div(wanted, go);
        bar.addClassName("search-bar");
        bar.getElement().setAttribute("role", "search");
        result.addClassName("office-content");
        result.getElement().setAttribute("aria-live", "polite");
        add(bar, result);
    }

    private void search() {
        result.removeAll();
        wanted.setInvalid(false);
        List<Hit> hits;
        try {
            hits = pupils.matching(wanted.getValue());
        } catch (Refused refused) {
            wanted.setErrorMessage(refused.text(Wording.locale()));
            wanted.setInvalid(true);
            return;
        }
        if (hits.isEmpty()) {
            result.add(new EmptyState(
                    text("office.search.none.title", wanted.getValue()), text("office.search.none.next")));
            return;
        }
        if (hits.size() == FindPupils.MOST) {
            result.add(new Paragraph(text("office.search.most", FindPupils.MOST)));
        }
        DataTable<Hit> table = new DataTable<Hit>(text("office.search.title"))
                .column(
                        text("office.column.pupil"),
                        hit -> new RouterLink(hit.pupilName(), RecordView.class, hit.recordId()),
                        Comparator.comparing(Hit::pupilName, VietnameseText.byGivenName()))
                .words(text("office.column.class"), Hit::className)
                .words(text("office.column.year"), hit -> new SchoolYear(hit.schoolYear()).toString())
                .words(text("office.column.born"), hit -> Wording.date(hit.birthDate()))
                .words(text("office.column.code"), Hit::pupilCode)
                .column(
                        text("office.column.state"),
                        hit -> Badge.plain(hit.state().term()),
                        Comparator.comparing(Hit::state));
        table.setRows(hits);
        result.add(new Card(text("office.search.result", hits.size()), table));
    }
}
