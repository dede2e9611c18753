package vn.hocba.document.typeset;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at spaces; a word wider than the line is broken where it must. */
public final class Paragraph {

    private static final char END = '\0';

    private final Fonts fonts;
    private final float width;
    private final Align align;
    private final List<Piece> lines = new ArrayList<>();
    private final List<Line.Part> parts = new ArrayList<>();
    private float used;
    private float lineHeight;
    private boolean spacePending;

    private Paragraph(Fonts fonts, float width, Align align) {
        this.fonts = fonts;
        this.width = width;
        this.align = align;
    }

    /** The lines of some text; at least one, which is empty when the text is. */
    public static List<Piece> lines(Fonts fonts, float width, Align align, Run... runs) {
        Paragraph paragraph = new Paragraph(fonts, width, align);
        for (Run run : runs) {
            paragraph.add(run);
        }
        paragraph.endLine();
        return paragraph.lines;
    }

    private void add(Run run) {
        Style style = run.style();
        lineHeight = Math.max(lineHeight, style.lineHeight());
        String text = fonts.printable(run.text());
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char letter = i < text.length() ? text.charAt(i) : END;
            if (letter != ' ' && letter != '\n' && letter != END) {
                continue;
            }
            if (i > start) {
                place(text.substring(start, i), style);
            }
            if (letter == ' ') {
                spacePending = true;
            } else if (letter == '\n') {
                endLine();
                lineHeight = style.lineHeight();
            }
            start = i + 1;
        }
    }

    private void place(String word, Style style) {
        float gap = spacePending && !parts.isEmpty() ? fonts.width(" ", style) : 0;
        float length = fonts.width(word, style);
        if (used + gap + length <= width) {
            append(word, style, gap, length);
            return;
        }
        if (!parts.isEmpty()) {
            endLine();
            lineHeight = style.lineHeight();
        }
        String rest = word;
        while (fonts.width(rest, style) > width && rest.length() > 1) {
            int fit = 1;
            while (fonts.width(rest.substring(0, fit + 1), style) <= width) {
                fit++;
            }
            append(rest.substring(0, fit), style, 0, fonts.width(rest.substring(0, fit), style));
            endLine();
            lineHeight = style.lineHeight();
            rest = rest.substring(fit);
        }
        append(rest, style, 0, fonts.width(rest, style));
    }

    private void append(String word, Style style, float gap, float length) {
        Line.Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last != null && last.style().equals(style)) {
            parts.set(parts.size() - 1, new Line.Part(last.text() + (gap > 0 ? " " : "") + word, style, last.x()));
        } else {
            parts.add(new Line.Part(word, style, used + gap));
        }
        used += gap + length;
        spacePending = false;
    }

    private void endLine() {
        lines.add(new Line(List.copyOf(parts), align.indent(width - used), lineHeight));
        parts.clear();
        used = 0;
        spacePending = false;
    }
}
