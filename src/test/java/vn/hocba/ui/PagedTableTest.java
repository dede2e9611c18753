package vn.hocba.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import elemental.json.Json;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hocba.shared.Texts;
import vn.hocba.shared.VietnameseText;

class PagedTableTest {

    @BeforeEach
    void aScreen() {
        MockVaadin.setup();
        UI.getCurrent().setLocale(Texts.VIETNAMESE);
    }

    @AfterEach
    void end() {
        MockVaadin.tearDown();
    }

    @Test
    void onePageIsThereAtATimeAndTheOthersAreReached() {
        PagedTable<String> pages = schools(120);
        assertThat(words(pages)).contains("Trường số 1", "1–50 trong 120").doesNotContain("Trường số 51");
        assertThat(_get(Button.class, button -> button.withText("Trang trước")).isEnabled())
                .isFalse();

        _click(_get(Button.class, button -> button.withText("Trang sau")));
        _click(_get(Button.class, button -> button.withText("Trang sau")));

        assertThat(words(pages)).contains("Trường số 101", "101–120 trong 120").doesNotContain("Trường số 100");
        assertThat(_get(Button.class, button -> button.withText("Trang sau")).isEnabled())
                .isFalse();
    }

    @Test
    void whatIsSearchedForIsFoundOnWhateverPage() {
        PagedTable<String> pages = schools(120);
        _click(_get(Button.class, button -> button.withText("Trang sau")));

        _setValue(_get(TextField.class), "truong so 119");

        assertThat(words(pages)).contains("Trường số 119", "1–1 trong 1");
        _setValue(_get(TextField.class), "nowhere");
        assertThat(words(pages)).contains("Không tìm thấy");
    }

    @Test
    void fewRowsHaveNeitherPagesNorSearch() {
        schools(50);

        assertThat(_find(TextField.class)).isEmpty();
        assertThat(_find(Nav.class)).isEmpty();
    }

    @Test
    void aDrawnPageIsLightAndShowsWordsAsTheyAre() {
        DataTable<Integer> table = new DataTable<Integer>("Trường")
                .column("Trường", n -> new Anchor("truong/" + n, "<b>Trường</b> số " + n));
        for (int column = 0; column < 11; column++) {
            table.number("Cột " + column, n -> 1_000 + n);
        }
        table.drawn()
                .setRows(IntStream.rangeClosed(1, PagedTable.AT_ONCE).boxed().toList());
        Element body = table.getElement().getChild(2);
        String html = body.getProperty("innerHTML");

        assertThat(html)
                .contains("href=\"truong/50\"", "&lt;b&gt;Trường&lt;/b&gt; số 50", "1.050", "data-label=\"Cột 10\"")
                .hasSizeLessThan(100_000);
        assertThat(body.getChildCount()).isZero();
    }

    @Test
    void whereANumberIsInWordsTheFirstClickBringsTheLargestToTheTopAsWithAnyNumber() {
        DataTable<Integer> table = new DataTable<Integer>("Trường")
                .column("Vướng mắc", n -> new Anchor("truong/" + n, n + " chờ"), Integer::intValue, "STUCK");
        table.setRows(List.of(1, 3, 2));
        Element header = table.getElement().getChild(1).getChild(0).getChild(0);

        click(header.getChild(0));

        assertThat(header.getAttribute("aria-sort")).isEqualTo("descending");
        assertThat(table.getElement().getChild(2).getTextRecursively()).isEqualTo("3 chờ2 chờ1 chờ");
    }

    private static void click(Element button) {
        button.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(button, "click", Json.createObject()));
    }

    private static PagedTable<String> schools(int number) {
        List<String> rows =
                IntStream.rangeClosed(1, number).mapToObj(n -> "Trường số " + n).toList();
        PagedTable<String> pages = PagedTable.of(
                new DataTable<String>("Trường").words("Trường", name -> name),
                "Tìm trường",
                rows,
                (name, key) -> VietnameseText.searchKey(name).contains(key));
        UI.getCurrent().add(pages);
        return pages;
    }

    private static String words(PagedTable<String> pages) {
        return pages.getElement().getTextRecursively();
    }
}
