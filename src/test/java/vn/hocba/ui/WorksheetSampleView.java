package vn.hocba.ui;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import vn.hocba.identity.Session;
import vn.hocba.ui.Worksheet.CellEdit;
import vn.hocba.ui.Worksheet.CellResult;
import vn.hocba.ui.Worksheet.Column;
import vn.hocba.ui.Worksheet.RefusedCell;
import vn.hocba.ui.Worksheet.Row;

/** A class of forty in a worksheet, for teachers only; what is stored survives a reload. */
@Route(value = "mau-bang", layout = MainLayout.class)
@RolesAllowed("TEACHER")
class WorksheetSampleView extends Screen {

    private static final long serialVersionUID = 1L;

    static final Map<String, String> STORED = new ConcurrentHashMap<>();
    static final Map<String, RefusedCell> REFUSED = new ConcurrentHashMap<>();

    /** Pupils whose rows nobody may write into for now. */
    static final Set<String> CLOSED = ConcurrentHashMap.newKeySet();

    /** What somebody else stores in a cell right before the next value of this page arrives. */
    static final Map<String, String> ELSEWHERE = new ConcurrentHashMap<>();

    private static final Set<String> LEVELS = Set.of("T", "H", "C");
    private static final List<String> FAMILIES = List.of("Nguyễn Văn", "Lò Thị", "Vừ A", "Trần Thị", "Quàng Văn");
    private static final List<String> GIVEN =
            List.of("An", "Mai", "Páo", "Hồng", "Đức", "Sua", "Khôi", "Yến", "Ước", "Bình");

    WorksheetSampleView(Session session) {
        super("uitest.worksheet");
        wide();
        Worksheet sheet = new Worksheet(
                "Toán, lớp 4A",
                List.of(
                        SampleCells.level("level", "Mức đạt được", List.of("T", "H", "C")),
                        SampleCells.integer("mark", "Điểm KTĐK", 0, 10),
                        Column.words("comment", "Nhận xét", 200, true)),
                pupils(),
                WorksheetSampleView::save);
        sheet.setSuggestions((row, column) -> List.of("Nắm vững kiến thức.", "Cần luyện tính nhẩm thêm."));
        sheet.keepUnsaved(session.user().accountId(), "mau-bang");
        add(sheet);
    }

    static void forget() {
        STORED.clear();
        REFUSED.clear();
        CLOSED.clear();
        ELSEWHERE.clear();
    }

    private static List<Row> pupils() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String id = "p" + (i + 1);
            rows.add(new Row(
                    id,
                    i < 7 ? i + 1 : i + 2,
                    i == 7 ? "H'Mari Niê" : FAMILIES.get(i % 5) + " " + GIVEN.get(i % 10),
                    null,
                    0,
                    cellsOf(STORED, id),
                    cellsOf(REFUSED, id),
                    i == 4 ? Map.of("mark", "Miễn") : Map.of(),
                    i == 5 ? "đã hoàn tất" : null));
        }
        return rows;
    }

    private static <V> Map<String, V> cellsOf(Map<String, V> all, String id) {
        Map<String, V> cells = new TreeMap<>();
        all.forEach((key, value) -> {
            if (key.startsWith(id + "/")) {
                cells.put(key.substring(id.length() + 1), value);
            }
        });
        return cells;
    }

    private static List<CellResult> save(List<CellEdit> edits) {
        return edits.stream().map(WorksheetSampleView::save).toList();
    }

    private static CellResult save(CellEdit edit) {
        String key = edit.rowId() + "/" + edit.column();
        long next = edit.rowVersion() + 1;
        if (CLOSED.contains(edit.rowId())) {
            return CellResult.held(
                    edit, STORED.getOrDefault(key, ""), "Bạn không được phân công lớp này.", edit.rowVersion());
        }
        if (ELSEWHERE.containsKey(key)) {
            STORED.put(key, ELSEWHERE.remove(key));
            return CellResult.conflict(edit, STORED.get(key), "Ô này vừa được sửa ở nơi khác.", next);
        }
        if (edit.column().equals("level") && !edit.value().isEmpty() && !LEVELS.contains(edit.value())) {
            REFUSED.put(key, new RefusedCell(edit.value(), "Mức chỉ gồm T, H, C."));
            return CellResult.refused(edit, STORED.getOrDefault(key, ""), "Mức chỉ gồm T, H, C.", next);
        }
        REFUSED.remove(key);
        STORED.put(key, edit.value());
        return CellResult.accepted(edit, edit.value(), next);
    }
}
