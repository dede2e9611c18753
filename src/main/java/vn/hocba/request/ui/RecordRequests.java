package vn.hocba.request.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;
import vn.hocba.request.RequestBoard;
import vn.hocba.request.RequestBoard.Row;
import vn.hocba.ui.Card;

/** The requests about one record that concern the person. */
public class RecordRequests extends Div {

    private static final long serialVersionUID = 1L;

    /** @param now whatever was due before is overdue */
    public RecordRequests(RequestBoard board, String recordId, Instant now) {
        List<Row> rows = board.ofRecord(recordId);
        if (rows.isEmpty()) {
            add(new Paragraph(text("request.record.none")));
            return;
        }
        Card card = new Card(text("request.record"));
        rows.forEach(row -> card.add(RequestLine.of(row, now)));
        add(card);
    }
}
