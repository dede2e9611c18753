package vn.hocba.school.workbook;

import java.util.List;

/** A visible sheet: its rows that are not wholly empty, from top to bottom. */
public record Sheet(String name, List<SheetRow> rows) {}
