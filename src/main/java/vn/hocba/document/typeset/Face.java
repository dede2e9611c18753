package vn.hocba.document.typeset;

/** The faces of Liberation Serif, whose metrics are those of Times New Roman, the type of documents by NĐ 30/2020 Phụ lục I. */
public enum Face {
    REGULAR("LiberationSerif-Regular.ttf"),
    BOLD("LiberationSerif-Bold.ttf"),
    ITALIC("LiberationSerif-Italic.ttf");

    private final String file;

    Face(String file) {
        this.file = file;
    }

    String resource() {
        return "/liberation/" + file;
    }
}
