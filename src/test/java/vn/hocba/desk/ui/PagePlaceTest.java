package vn.hocba.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagePlaceTest {

    private final PagePlace slot = new PagePlace();

    @Test
    void whatHasNotChangedStaysAsThePersonLeftIt() {
        slot.show(List.of("Lò Thị Mai"), names -> new Paragraph(names.get(0)));
        Component before = slot.getComponentAt(0);
        slot.show(List.of("Lò Thị Mai"), names -> new Paragraph("anew"));
        assertThat(slot.getChildren()).containsExactly(before);
    }

    @Test
    void whatHasChangedIsShownAnew() {
        slot.show(List.of("Lò Thị Mai"), names -> new Paragraph(names.get(0)));
        slot.show(List.of("Vừ A Páo"), names -> new Paragraph(names.get(0)));
        assertThat(slot.getElement().getTextRecursively()).isEqualTo("Vừ A Páo");
    }
}
