package vn.hocba.school;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.hocba.school.workbook.Cell;
import vn.hocba.school.workbook.Sheet;
import vn.hocba.school.workbook.SheetRow;
import vn.hocba.school.workbook.WorkbookFile;
import vn.hocba.shared.Disguise;

/** Writes a workbook again so that a person reads the same in it, and a program that takes letters for what they look like does not. */
public final class Disguises {

    private Disguises() {}

    /** The same workbook to a reader's eye. */
    public static NamedFile of(NamedFile file, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "hocba-test", "1.0")) {
            for (Sheet sheet : WorkbookFile.read(file.content())) {
                Worksheet worksheet = workbook.newWorksheet(sheet.name());
                for (SheetRow row : sheet.rows()) {
                    for (int column = 0; column < row.cells().size(); column++) {
                        put(worksheet, row.number() - 1, column, row.cell(column), random);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new NamedFile(file.name(), out.toByteArray());
    }

    private static void put(Worksheet sheet, int row, int column, Cell cell, Random random) {
        String text = cell.text();
        if (cell.isEmpty()) {
            return;
        }
        if (text.matches("\\d{1,2}")) {
            number(sheet, row, column, text, random);
        } else if (text.matches("0\\d{9}|0\\d{11}") && random.nextInt(3) == 0) {
            sheet.value(row, column, Long.valueOf(text));
        } else if (text.matches("[1-9]\\d{9}") && random.nextInt(3) == 0) {
            sheet.value(row, column, text + ".0");
        } else if (text.matches("[1-5]A")) {
            sheet.value(row, column, className(text, random));
        } else {
            sheet.value(row, column, Disguise.of(respelt(text, random), random));
        }
    }

    /** «9», 9, «9,0» and the noise of a formula. */
    private static void number(Worksheet sheet, int row, int column, String text, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> sheet.value(row, column, Integer.valueOf(text));
            case 1 -> sheet.value(row, column, Disguise.of(column > 0 ? text + ",0" : text, random));
            case 2 -> sheet.value(row, column, new BigDecimal(text).subtract(new BigDecimal("1E-15")));
            default -> sheet.value(row, column, text);
        }
    }

    private static String className(String text, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> text.toLowerCase(Locale.ROOT);
            case 1 -> text.charAt(0) + " " + text.charAt(1);
            case 2 -> "Lớp " + text;
            default -> Disguise.of(text, random);
        };
    }

    /** Subjects and states, not names of people: those are kept as they were written. */
    private static String respelt(String text, Random random) {
        return random.nextBoolean() && text.matches("Mĩ thuật|Lịch sử và Địa lí")
                ? text.replace("Mĩ", "Mỹ").replace("lí", "lý")
                : text;
    }
}
