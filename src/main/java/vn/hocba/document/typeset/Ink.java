package vn.hocba.document.typeset;

/** Colours, sRGB: blue is a person's signature, red an organisation's (NĐ 30/2020 Phụ lục I). */
public enum Ink {
    BLACK(0f, 0f, 0f),
    GREY(0.35f, 0.35f, 0.35f),
    BLUE(0f, 0.16f, 0.62f),
    RED(0.75f, 0.04f, 0.08f);

    private final float red;
    private final float green;
    private final float blue;

    Ink(float red, float green, float blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    float red() {
        return red;
    }

    float green() {
        return green;
    }

    float blue() {
        return blue;
    }
}
