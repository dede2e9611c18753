package vn.hocba.school.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.hocba.shared.Refused;

/** Reads the rows of one sheet as they come; rows and cells that are only formatted leave nothing behind. */
final class SheetXml {

    private static final int MAX_ROWS = 20_000;
    private static final int MAX_COLUMNS = 200;
    private static final int LAST_COLUMN = 16_384;

    /** Of all its sheets together; a school's largest workbook has a tenth of it. */
    static final int MAX_CELLS = 500_000;

    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})[0-9]{1,7}");

    private final List<Cell> shared;
    private final boolean date1904;
    private int cellsLeft = MAX_CELLS;

    SheetXml(List<Cell> shared, boolean date1904) {
        this.shared = shared;
        this.date1904 = date1904;
    }

    /** @throws Refused when it holds more than a school's workbook can, or addresses that no spreadsheet has */
    List<SheetRow> rows(InputStream in) throws IOException, XMLStreamException {
        List<SheetRow> rows = new ArrayList<>();
        XMLStreamReader xml = WorkbookXml.reader(in);
        int number = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("sheetData")) {
                return rows;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                String written = WorkbookXml.attribute(xml, "r");
                number = written == null ? number + 1 : rowNumber(written);
                List<Cell> cells = cells(xml);
                if (!cells.isEmpty()) {
                    rows.add(new SheetRow(number, cells));
                    cellsLeft -= cells.size();
                }
                if (rows.size() > MAX_ROWS || cellsLeft < 0) {
                    throw Refused.invalid("school.file.bomb");
                }
            }
        }
        return rows;
    }

    private List<Cell> cells(XMLStreamReader xml) throws XMLStreamException {
        List<Cell> cells = new ArrayList<>();
        int column = -1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                String address = WorkbookXml.attribute(xml, "r");
                column = address == null ? column + 1 : column(address);
                Cell cell = cell(xml, WorkbookXml.attribute(xml, "t"));
                if (!cell.isEmpty() && column < MAX_COLUMNS) {
                    while (cells.size() <= column) {
                        cells.add(Cell.EMPTY);
                    }
                    cells.set(column, cell);
                }
            }
        }
        return List.copyOf(cells);
    }

    private Cell cell(XMLStreamReader xml, String type) throws XMLStreamException {
        String value = null;
        String formula = null;
        Cell inline = null;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = xml.getElementText();
                    case "is" -> inline = CellText.text(WorkbookXml.richText(xml, "is"));
                    case "f" -> formula = xml.getElementText();
                    default -> {
                        // Extensions of a program say nothing that a person reads.
                    }
                }
            }
        }
        if (inline != null) {
            return inline;
        }
        if (value == null && formula != null) {
            return CellText.unreckoned(formula);
        }
        return value == null || value.isEmpty() ? Cell.EMPTY : cell(type == null ? "n" : type, value);
    }

    private Cell cell(String type, String value) {
        return switch (type) {
            case "s" -> shared(value);
            case "n" -> CellText.number(value.strip(), date1904);
            case "e" -> CellText.error(value);
            case "d" -> CellText.isoDay(value);
            case "b" -> CellText.text(value.strip().equals("1") ? "TRUE" : "FALSE");
            default -> CellText.text(value);
        };
    }

    private Cell shared(String value) {
        String index = value.strip();
        if (!index.matches("\\d{1,7}") || Integer.parseInt(index) >= shared.size()) {
            throw Refused.invalid("school.file.damaged");
        }
        return shared.get(Integer.parseInt(index));
    }

    private static int rowNumber(String written) {
        if (!written.matches("[1-9]\\d{0,6}")) {
            throw Refused.invalid("school.file.damaged");
        }
        return Integer.parseInt(written);
    }

    /** From 0. */
    private static int column(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            throw Refused.invalid("school.file.damaged");
        }
        int column = 0;
        for (char letter : matcher.group(1).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        if (column > LAST_COLUMN) {
            throw Refused.invalid("school.file.damaged");
        }
        return column - 1;
    }
}
