package vn.hocba.receipt.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Right;
import vn.hocba.receipt.ReceiptBoard;
import vn.hocba.ui.MenuEntry;

/** The line of the menu for the lists of receipts, with how many wait for a signature. */
@Configuration
class ReceiptMenu {

    @Bean
    MenuEntry receiptEntry(ReceiptBoard board) {
        return new MenuEntry(
                "receipt.title", ReceiptView.class, VaadinIcon.DIPLOMA, 37, Right.SEE_RECEIPTS, board::waiting);
    }
}
