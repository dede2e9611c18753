package vn.hocba.school;

/**
 * A workbook as it was uploaded.
 *
 * @param name only for the person who reads the report; what is inside decides what it is
 * @param content the bytes of an .xlsx
 */
public record NamedFile(String name, byte[] content) {}
