package vn.hocba.desk.admin.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import vn.hocba.desk.admin.DutyBoard.Order;
import vn.hocba.school.Duties.Term;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.EmptyState;

/** What was ordered about duties: what is still to come, and what was. */
final class DutyOrders {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private DutyOrders() {}

    static Component planned(List<Order> orders, Consumer<Order> cancel) {
        if (orders.isEmpty()) {
            return new EmptyState(text("office.duties.none-planned"), text("office.duties.none-planned.next"));
        }
        DataTable<Order> table = table(text("office.duties.planned", orders.size()));
        table.column(text("office.duties.action"), order -> {
            Button button = new Button(text("office.duties.cancel"), click -> cancel.accept(order));
            button.setAriaLabel(text("office.duties.cancel.for", part(order), order.className()));
            return button;
        });
        table.setRows(orders);
        return table.inItsRoom();
    }

    static Component past(List<Order> orders) {
        if (orders.isEmpty()) {
            return new EmptyState(text("office.duties.none-past"), text("office.duties.none-past.next"));
        }
        DataTable<Order> table = table(text("office.duties.past"));
        table.setRows(orders);
        return table.inItsRoom();
    }

    private static DataTable<Order> table(String caption) {
        return new DataTable<Order>(caption)
                .words(text("office.duties.class"), Order::className)
                .words(text("office.duties.part"), DutyOrders::part)
                .words(text("office.duties.teacher"), Order::name)
                .words(text("office.duties.time"), order -> time(order.term()))
                .words(text("office.duties.reason"), order -> order.term().reason())
                .words(text("office.duties.number"), order -> order.term().decisionNo())
                .words(text("office.duties.by"), order -> order.term().orderedBy());
    }

    private static String part(Order order) {
        return order.partName() == null ? text("office.duties.homeroom") : order.partName();
    }

    private static String time(Term term) {
        String from = term.startsOn() == null ? "…" : date(term.startsOn());
        if (term.heldUntil() != null) {
            return text("office.duties.term", from, date(day(term.heldUntil())));
        }
        return text(
                "office.duties.term",
                from,
                term.endsOn() == null
                        ? term.heldFrom() == null ? "…" : text("office.duties.now")
                        : date(term.endsOn()));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, VIETNAM);
    }
}
