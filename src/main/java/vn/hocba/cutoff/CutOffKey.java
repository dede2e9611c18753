package vn.hocba.cutoff;

/** Which year of which Sở; as text it is the business key of the process. */
record CutOffKey(String provinceId, int schoolYear) {

    private static final char SEPARATOR = ':';

    static CutOffKey parse(String text) {
        int at = text.lastIndexOf(SEPARATOR);
        return new CutOffKey(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return provinceId + SEPARATOR + schoolYear;
    }
}
