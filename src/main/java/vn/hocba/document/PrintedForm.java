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
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;

/** Puts the pages of the printed form together: cover, personal page, the pages of the year. */
@Service
class PrintedForm implements PrintFormat {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final FontShelf shelf = new FontShelf();

    @Override
    public byte[] printedForm(
            RecordSnapshot snapshot, List<SignatureLine> signatures, String lookupUrl, String notice) {
        if (snapshot.level() != SchoolLevel.PRIMARY) {
            throw new IllegalArgumentException(
                    "the form of TT 27/2020 is that of primary level, not " + snapshot.level());
        }
        return shelf.lend(fonts -> print(fonts, snapshot, signatures, lookupUrl, notice));
    }

    private static byte[] print(
            Fonts fonts, RecordSnapshot snapshot, List<SignatureLine> signatures, String lookupUrl, String notice) {
        FormFrame frame = new FormFrame(fonts, snapshot, lookupUrl, notice);
        Flow flow = new Flow(frame.sheet());
        SignatureBlock signing = new SignatureBlock(fonts, snapshot, signatures);
        new CoverPage(fonts).print(snapshot, flow);
        flow.newPage();
        new PersonalPage(fonts, signing).print(snapshot, flow);
        flow.newPage();
        new YearPages(fonts, signing).print(snapshot, flow);
        return ArchivalDocument.write(fonts, metadata(snapshot, signatures, lookupUrl, notice), flow, frame);
    }

    private static ArchivalDocument.Metadata metadata(
            RecordSnapshot snapshot, List<SignatureLine> signatures, String lookupUrl, String notice) {
        String title = Texts.vi(
                "printed.metadata.title",
                snapshot.pupil().fullName(),
                snapshot.className(),
                new SchoolYear(snapshot.schoolYear()).toString());
        ZonedDateTime created = signatures.isEmpty()
                ? snapshot.createdOn().atStartOfDay(ZONE)
                : signatures.get(signatures.size() - 1).signedAt().atZone(ZONE);
        return new ArchivalDocument.Metadata(
                title,
                snapshot.issuer().schoolName(),
                "hocba",
                Texts.VIETNAMESE.toLanguageTag(),
                created,
                String.join("|", snapshot.toString(), signatures.toString(), lookupUrl, notice)
                        .hashCode());
    }
}
