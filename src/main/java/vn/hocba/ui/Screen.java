package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;

/**
 * A screen inside {@link MainLayout}: has a title (in the bar and in the browser's tab) and a column of cards below each other. Use with
 * {@code @Route(value = "…", layout = MainLayout.class)}.
 */
public abstract class Screen extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private String title;

    /** @param titleKey of {@link vn.hocba.shared.Texts} */
    protected Screen(String titleKey, Object... args) {
        title = text(titleKey, args);
        addClassName("screen");
        getElement().setAttribute("role", "main");
    }

    /** Uses the whole width: for worksheets and wide tables. */
    protected void wide() {
        addClassName("screen-wide");
    }

    /** Another title, once it is known what is shown: «Lớp 4A · Toán». */
    protected void title(String words) {
        title = words;
        findAncestor(MainLayout.class, this).ifPresent(layout -> layout.show(this));
    }

    /** Something was done: what waits, beside the entries of the menu, is counted anew. */
    protected void countAnew() {
        findAncestor(MainLayout.class, this).ifPresent(MainLayout::countAnew);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private static <T extends Component> java.util.Optional<T> findAncestor(Class<T> type, Component from) {
        Component at = from;
        while (at != null && !type.isInstance(at)) {
            at = at.getParent().orElse(null);
        }
        return java.util.Optional.ofNullable(at).map(type::cast);
    }
}
