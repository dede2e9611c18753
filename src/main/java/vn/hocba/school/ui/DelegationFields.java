package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hocba.identity.Delegation;
import vn.hocba.identity.Power;

/** What a deputy is given to do: which powers, and of signing also for which grades or classes. */
class DelegationFields extends Div {

    private static final long serialVersionUID = 1L;

    /** A grade, or a class where there is a name. */
    private record Place(Integer grade, String className) {

        private String words() {
            return className == null ? text("school.roles.grade", grade) : text("school.roles.class", className);
        }
    }

    private final CheckboxGroup<Power> powers = new CheckboxGroup<>();
    private final MultiSelectComboBox<Place> places = new MultiSelectComboBox<>();

    /** @param classes of the school, with their grades */
    DelegationFields(Map<String, Integer> classes) {
        powers.setLabel(text("school.roles.scope-of"));
        powers.setItems(Power.delegable());
        powers.setItemLabelGenerator(DelegationFields::words);
        powers.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        powers.setValue(Set.copyOf(Power.delegable()));
        powers.addValueChangeListener(chosen -> {
            places.setVisible(chosen.getValue().contains(Power.SIGN_RECORDS));
            if (!places.isVisible()) {
                places.clear();
            }
        });
        List<Place> all = new ArrayList<>();
        new TreeSet<>(classes.values()).forEach(grade -> all.add(new Place(grade, null)));
        classes.forEach((name, grade) -> all.add(new Place(grade, name)));
        places.setLabel(text("school.roles.places-of"));
        places.setHelperText(text("school.roles.places-of.help"));
        places.setItems(all);
        places.setItemLabelGenerator(Place::words);
        places.setWidthFull();
        add(powers, places);
    }

    Delegation delegation() {
        return new Delegation(
                powers.getValue(),
                places.getValue().stream()
                        .filter(place -> place.className() == null)
                        .map(Place::grade)
                        .collect(Collectors.toSet()),
                places.getValue().stream()
                        .map(Place::className)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    /** A delegation in one line. */
    static String words(Delegation delegation) {
        return Power.delegable().stream()
                .filter(delegation::covers)
                .map(power -> power == Power.SIGN_RECORDS && !delegation.isForAll()
                        ? text("school.roles.limited", words(power), places(delegation))
                        : words(power))
                .collect(Collectors.joining("; "));
    }

    private static String places(Delegation delegation) {
        return Stream.concat(
                        delegation.grades().stream().sorted().map(grade -> new Place(grade, null)),
                        delegation.classes().stream().sorted().map(name -> new Place(null, name)))
                .map(Place::words)
                .collect(Collectors.joining(", "));
    }

    private static String words(Power power) {
        return text("identity.power." + power);
    }
}
