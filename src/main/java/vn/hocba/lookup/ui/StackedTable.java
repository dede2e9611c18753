package vn.hocba.lookup.ui;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A table that becomes a list of small blocks on a phone: every cell knows the heading of its column. */
class StackedTable extends NativeTable {

    private static final long serialVersionUID = 1L;

    /** @param lines as many values each as there are heads; the first names the line */
    StackedTable(List<String> heads, List<List<String>> lines) {
        addClassNames("plain", "stacked");
        NativeTableRow head = new NativeTableRow();
        heads.forEach(words -> head.add(headCell(words, "col")));
        NativeTableBody body = new NativeTableBody();
        for (List<String> line : lines) {
            NativeTableRow row = new NativeTableRow();
            row.add(headCell(line.get(0), "row"));
            for (int i = 1; i < line.size(); i++) {
                NativeTableCell cell = new NativeTableCell(line.get(i));
                cell.getElement().setAttribute("data-label", heads.get(i));
                row.add(cell);
            }
            body.add(row);
        }
        add(new NativeTableHeader(head), body);
    }

    private static NativeTableHeaderCell headCell(String words, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(words);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
