package vn.hocba.school;

/**
 * A workbook as it was uploaded.
 *
 * @param name only for the person who reads the report; what is inside decides what it is
 * @param content the bytes of an .xlsx
 */
public record NamedFile(String name, byte[] content) {

    /**
     * Whether an office program or an operating system laid it beside a workbook, with the workbook's name and nothing of its content: «~$…» is Excel's note
     * that somebody has the workbook open, «._…» what macOS keeps of a file on a foreign disk.
     */
    public boolean isBeside() {
        return name.startsWith("~$") || name.startsWith("._");
    }
}
