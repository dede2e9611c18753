package vn.hocba.school.workbook;

import java.util.List;

/**
 * A sheet: its rows that are not wholly empty, from top to bottom.
 *
 * @param hidden whether a person who opens the workbook does not see it
 */
public record Sheet(String name, boolean hidden, List<SheetRow> rows) {}
