package vn.hocba.shared;

/**
 * What some rows of a table of counts should say. The parameters are {@code :province} and {@code :code}, the codes of a Sở and of a school, {@code :school}, the
 * school's id, and {@code :year}.
 *
 * @param scope what is checked at once
 * @param kept the condition of the rows that are checked
 * @param rows a statement that counts what they count: the columns of the table in their order, the key first
 */
public record CountCheck(CountTable table, Scope scope, String kept, String rows) {

    /** Whether each school is checked by itself, or a province after its schools. */
    public enum Scope {
        SCHOOL,
        PROVINCE
    }
}
