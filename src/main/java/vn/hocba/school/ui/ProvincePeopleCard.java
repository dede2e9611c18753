package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import vn.hocba.school.ProvincePeople;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.Notice;

/** Who works at the Sở: somebody is added, and the personal ID that a certificate names is entered. */
class ProvincePeopleCard extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ProvincePeople people;
    private final String provinceId;
    private final transient Runnable changed;

    ProvincePeopleCard(ProvincePeople people, String provinceId, Runnable changed) {
        this.people = people;
        this.provinceId = provinceId;
        this.changed = changed;
        DataTable<StaffInfo> table = new DataTable<StaffInfo>(text("school.province-people.card"))
                .words(text("school.province-people.name-of"), StaffInfo::fullName)
                .words(text("school.province-people.title-of"), StaffInfo::title)
                .column(text("school.province-people.id-of"), this::personalId);
        table.setRows(people.all(provinceId));
        Button add =
                new Button(text("school.province-people.add"), click -> new ProvincePersonDialog(this::add).open());
        add(new Card(text("school.province-people.card"), table.inItsRoom()).beside(add));
    }

    private Component personalId(StaffInfo person) {
        if (person.personalId() != null) {
            return new Span(text("school.province-people.id-known"));
        }
        Button identify = new Button(text("school.province-people.identify"), click -> ProvincePersonDialog.identify(
                        person.fullName(), number -> identify(person, number))
                .open());
        identify.setAriaLabel(text("school.province-people.identify.for", person.fullName()));
        return identify;
    }

    private void add(ProvincePeople.Person person) {
        people.add(provinceId, person);
        Notice.done(text("school.province-people.added", person.fullName()));
        changed.run();
    }

    private void identify(StaffInfo person, String personalId) {
        people.identify(person.id(), personalId);
        Notice.done(text("school.province-people.identified", person.fullName()));
        changed.run();
    }
}
