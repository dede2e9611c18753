package vn.hocba.registry.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import vn.hocba.registry.Policy;
import vn.hocba.registry.ProvincePolicies;
import vn.hocba.ui.Card;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Notice;
import vn.hocba.ui.Screen;

/** What the Sở decides for its province: every switch says what it changes, and for whom. */
@Route(value = "so/chinh-sach", layout = MainLayout.class)
@RolesAllowed("PROVINCE_LEADER")
class PoliciesView extends Screen {

    private static final long serialVersionUID = 1L;

    private final transient ProvincePolicies policies;

    PoliciesView(ProvincePolicies policies) {
        super("registry.policies");
        this.policies = policies;
        for (Policy policy : Policy.values()) {
            add(card(policy));
        }
    }

    private Component card(Policy policy) {
        String key = "registry.policy." + policy.name();
        Checkbox choice = new Checkbox(text(key + ".label"), policies.isOn(policy));
        choice.addValueChangeListener(change -> {
            policies.set(policy, change.getValue());
            Notice.done(text(change.getValue() ? key + ".now-on" : key + ".now-off"));
        });
        Paragraph note = new Paragraph(text("registry.policy.logged"));
        note.addClassName("small-print");
        return Card.padded(text(key + ".title"), new Paragraph(text(key + ".explanation")), choice, note);
    }
}
