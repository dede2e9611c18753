package vn.hocba.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.hocba.document.typeset.Align;
import vn.hocba.document.typeset.Box;
import vn.hocba.document.typeset.Fonts;
import vn.hocba.document.typeset.Ink;
import vn.hocba.document.typeset.Paragraph;
import vn.hocba.document.typeset.Piece;
import vn.hocba.document.typeset.Run;
import vn.hocba.document.typeset.Sheet;
import vn.hocba.document.typeset.SideBySide;
import vn.hocba.document.typeset.SideBySide.Column;
import vn.hocba.document.typeset.Space;
import vn.hocba.document.typeset.Stack;
import vn.hocba.document.typeset.Style;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.shared.Texts;

/**
 * Place, day and signatures. A digital signature shows as a framed text, a person's in blue, the school's in red,
 * with the time of signing (NĐ 30/2020 Phụ lục I); an empty slot says that it is.
 */
final class SignatureBlock {

    private static final String CONFIRMATION = "printed.sign.principal";
    private static final String HOMEROOM = "GVCN";
    private static final String PRINCIPAL = "CBQL";
    private static final String SEAL = "KY_PHAT_HANH";
    private static final float SMALL = 9.5f;
    private static final float SERIAL = 8.5f;
    private static final float COLUMN = Sheet.mm(76);
    private static final float DAY_WIDTH = Sheet.mm(98);
    private static final float EMPTY = Sheet.mm(18);
    private static final float BOX_PADDING = 4;

    private final Fonts fonts;
    private final RecordSnapshot snapshot;
    private final List<SignatureLine> signatures;

    SignatureBlock(Fonts fonts, RecordSnapshot snapshot, List<SignatureLine> signatures) {
        this.fonts = fonts;
        this.snapshot = snapshot;
        this.signatures = List.copyOf(signatures);
    }

    /** Below the year: the principal on the left with the seal, the homeroom teacher on the right. */
    Piece ofYear(float width) {
        List<Piece> right = new ArrayList<>(centred(Texts.vi("printed.sign.homeroom"), FormStyle.STRONG));
        right.addAll(centred(Texts.vi("printed.sign.homeroom.note"), FormStyle.NOTE));
        Optional<SignatureLine> homeroom = of(HOMEROOM);
        right.addAll(personal(homeroom));
        right.addAll(name(
                homeroom.map(SignatureLine::name).orElse(snapshot.homeroom().name())));
        return block(width, principal(CONFIRMATION), right);
    }

    /** Below the personal page: the principal with the seal, on the right. */
    Piece ofPersonalPage(float width) {
        return block(width, List.of(), principal("printed.sign.head"));
    }

    /** Two columns under place and day, which is centred over the right one and wider. */
    private Piece block(float width, List<Piece> left, List<Piece> right) {
        String day = FormText.placeAndDay(snapshot.issuer().place(), snapshot.createdOn());
        List<Piece> dayLines = Paragraph.lines(fonts, DAY_WIDTH, Align.CENTER, new Run(day, FormStyle.ASIDE));
        return new Stack(List.of(
                Indented.by(width - DAY_WIDTH, new Stack(dayLines)),
                new Space(FormStyle.LINE_GAP),
                new SideBySide(List.of(
                        new Column(0, new Stack(left)),
                        new Column(width - (DAY_WIDTH + COLUMN) / 2, new Stack(right))))));
    }

    private List<Piece> principal(String titleKey) {
        Optional<SignatureLine> signature = of(PRINCIPAL);
        List<String> capacity = signature.map(SignatureBlock::capacity).orElse(List.of());
        List<Piece> pieces = new ArrayList<>();
        if (capacity.isEmpty() || titleKey.equals(CONFIRMATION)) {
            pieces.addAll(centred(Texts.vi(titleKey), FormStyle.STRONG));
        }
        capacity.forEach(key -> pieces.addAll(centred(Texts.vi(key), FormStyle.STRONG)));
        pieces.addAll(centred(Texts.vi("printed.sign.principal.note"), FormStyle.NOTE));
        pieces.addAll(personal(signature));
        of(SEAL).ifPresent(seal -> {
            pieces.add(new Space(FormStyle.LINE_GAP));
            pieces.add(box(Ink.RED, "printed.sign.seal-of", seal.name(), null, seal));
        });
        signature.ifPresent(s -> pieces.addAll(name(s.name())));
        return pieces;
    }

    /** As what somebody else than the head signs: «KT.» for the head, whatever the deputy is in charge of, or «Q.» in the head's place (NĐ 30/2020 Điều 13, Phụ lục I). */
    private static List<String> capacity(SignatureLine signature) {
        String title = signature.title() == null ? "" : signature.title().toLowerCase(Locale.ROOT);
        if (title.startsWith("phó")) {
            return List.of("printed.sign.for-principal", "printed.sign.deputy");
        }
        return title.startsWith("q.") || title.startsWith("quyền") ? List.of("printed.sign.acting") : List.of();
    }

    private List<Piece> personal(Optional<SignatureLine> signature) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Space(FormStyle.LINE_GAP));
        if (signature.isPresent()) {
            SignatureLine line = signature.get();
            pieces.add(box(
                    Ink.BLUE,
                    "printed.sign.signer",
                    line.name(),
                    snapshot.issuer().schoolName(),
                    line));
        } else {
            pieces.add(new Space(EMPTY / 2));
            pieces.addAll(centred(Texts.vi("printed.sign.unsigned"), FormStyle.ASIDE.in(Ink.GREY)));
            pieces.add(new Space(EMPTY / 2));
        }
        return pieces;
    }

    private Piece box(Ink ink, String key, String name, String organisation, SignatureLine signature) {
        float inner = COLUMN - 2 * BOX_PADDING;
        List<Piece> lines = new ArrayList<>(entry(inner, ink, key, name));
        if (organisation != null) {
            lines.addAll(entry(inner, ink, "printed.sign.organisation", organisation));
        }
        lines.addAll(entry(inner, ink, "printed.sign.time", FormText.moment(signature.signedAt())));
        Style small = Style.regular(SERIAL).in(ink);
        lines.addAll(Paragraph.lines(
                fonts,
                inner,
                Align.LEFT,
                new Run(Texts.vi("printed.sign.serial") + " ", small),
                new Run(FormText.orBlank(signature.serial()), small)));
        return new Box(lines, COLUMN, BOX_PADDING, 1.1f, ink);
    }

    private List<Piece> entry(float width, Ink ink, String key, String value) {
        return Paragraph.lines(
                fonts,
                width,
                Align.LEFT,
                new Run(Texts.vi(key) + " ", Style.regular(SMALL).in(ink)),
                new Run(value, Style.bold(SMALL).in(ink)));
    }

    private List<Piece> name(String name) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Space(FormStyle.LINE_GAP));
        pieces.addAll(centred(name, FormStyle.STRONG));
        return pieces;
    }

    private List<Piece> centred(String text, Style style) {
        return Paragraph.lines(fonts, COLUMN, Align.CENTER, new Run(text, style));
    }

    /** What a teacher gave to the own row; empty while it is unsigned. */
    Optional<SignatureLine> ofRow(String rowId) {
        return signatures.stream().filter(s -> rowId.equals(s.rowId())).findFirst();
    }

    private Optional<SignatureLine> of(String slot) {
        return signatures.stream().filter(s -> s.slot().equals(slot)).findFirst();
    }
}
