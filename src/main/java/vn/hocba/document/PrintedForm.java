package vn.hocba.document;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.hocba.document.typeset.ArchivalDocument;
import vn.hocba.document.typeset.Flow;
import vn.hocba.document.typeset.FontShelf;
import vn.hocba.document.typeset.Fonts;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.Regulations;
import vn.hocba.record.Tt27View;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;

/** Puts the pages of the printed form together: cover, personal page, the pages of the year. */
@Service
class PrintedForm implements PrintFormat {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final FontShelf shelf = new FontShelf();
    private final Regulations regulations;

    PrintedForm(Regulations regulations) {
        this.regulations = regulations;
    }

    @Override
    public byte[] printedForm(
            RecordSnapshot snapshot, List<SignatureLine> signatures, String lookupUrl, String notice) {
        return shelf.lend(fonts -> print(fonts, snapshot, signatures, lookupUrl, notice));
    }

    private byte[] print(
            Fonts fonts, RecordSnapshot snapshot, List<SignatureLine> signatures, String lookupUrl, String notice) {
        // Where a regulation has no words of its own, those that fit all.
        String words = Tt27View.isOf(snapshot) ? "printed." : "printed.parts.";
        FormFrame frame = new FormFrame(fonts, snapshot, whose(words + "head", snapshot), lookupUrl, notice);
        Flow flow = new Flow(frame.sheet());
        SignatureBlock signing = new SignatureBlock(fonts, snapshot, signatures);
        new CoverPage(fonts).print(snapshot, Texts.vi(words + "cover.title"), flow);
        flow.newPage();
        new PersonalPage(fonts, signing).print(snapshot, flow);
        flow.newPage();
        if (Tt27View.isOf(snapshot)) {
            new YearPages(fonts, signing).print(snapshot, flow);
        } else {
            new PartsPages(fonts, signing, regulations.of(snapshot)).print(snapshot, flow);
        }
        return ArchivalDocument.write(
                fonts,
                new ArchivalDocument.Metadata(
                        whose(words + "metadata.title", snapshot),
                        snapshot.issuer().schoolName(),
                        "hocba",
                        Texts.VIETNAMESE.toLanguageTag(),
                        created(snapshot, signatures),
                        identity(snapshot, signatures, lookupUrl, notice)),
                flow,
                frame);
    }

    private static String whose(String key, RecordSnapshot snapshot) {
        return Texts.vi(
                key,
                snapshot.pupil().fullName(),
                snapshot.className(),
                new SchoolYear(snapshot.schoolYear()).toString());
    }

    private static ZonedDateTime created(RecordSnapshot snapshot, List<SignatureLine> signatures) {
        return signatures.isEmpty()
                ? snapshot.createdOn().atStartOfDay(ZONE)
                : signatures.get(signatures.size() - 1).signedAt().atZone(ZONE);
    }

    /** The same form has the same one: printing it again gives the same file. */
    private static int identity(
            RecordSnapshot snapshot, List<SignatureLine> signatures, String lookupUrl, String notice) {
        String content = Tt27View.isOf(snapshot) ? Tt27View.of(snapshot).identity() : snapshot.toString();
        String signed =
                signatures.stream().map(SignatureLine::identity).toList().toString();
        return String.join("|", content, signed, lookupUrl, notice).hashCode();
    }
}
