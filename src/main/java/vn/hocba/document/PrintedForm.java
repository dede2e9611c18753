package vn.hocba.document;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.hocba.document.typeset.ArchivalDocument;
import vn.hocba.document.typeset.Flow;
import vn.hocba.document.typeset.FontShelf;
import vn.hocba.document.typeset.Fonts;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.Regulations;
import vn.hocba.record.Studies;
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
    public byte[] printedForm(Year year, String lookupUrl, String notice) {
        return shelf.lend(fonts -> print(fonts, "", List.of(year), lookupUrl, notice));
    }

    @Override
    public byte[] wholeBook(List<Year> years, String lookupUrl, String notice) {
        return shelf.lend(fonts -> print(fonts, "book.", years, lookupUrl, notice));
    }

    @Override
    public byte[] results(HandOver handOver, List<SignatureLine> signatures, String lookupUrl) {
        return shelf.lend(fonts -> results(fonts, handOver, signatures, lookupUrl));
    }

    private byte[] results(Fonts fonts, HandOver handOver, List<SignatureLine> signatures, String lookupUrl) {
        RecordSnapshot snapshot = handOver.unfinished();
        Year year = new Year(snapshot, signatures);
        FormFrame frame = new FormFrame(fonts, snapshot, whose("printed.results.head", snapshot), lookupUrl, null);
        Flow flow = new Flow(frame.sheet());
        new ResultsHead(fonts).print(handOver, flow);
        pages(fonts, year, flow);
        return ArchivalDocument.write(
                fonts,
                new ArchivalDocument.Metadata(
                        whose("printed.results.head", snapshot),
                        snapshot.issuer().schoolName(),
                        "hocba",
                        Texts.VIETNAMESE.toLanguageTag(),
                        created(snapshot, signatures),
                        identity("results.", List.of(year), lookupUrl, handOver.id())),
                flow,
                frame);
    }

    /** Cover and personal page are those of the latest year. */
    private byte[] print(Fonts fonts, String whole, List<Year> years, String lookupUrl, String notice) {
        Year latest = years.get(years.size() - 1);
        RecordSnapshot snapshot = latest.version();
        // Where a regulation has no words of its own, those that fit all.
        String words = Tt27View.isOf(snapshot) ? "printed." : "printed.parts.";
        FormFrame frame = new FormFrame(fonts, snapshot, whose(words + whole + "head", snapshot), lookupUrl, notice);
        Flow flow = new Flow(frame.sheet());
        new CoverPage(fonts).print(snapshot, Texts.vi(words + "cover.title"), flow);
        flow.newPage();
        new PersonalPage(fonts, signing(fonts, latest))
                .print(
                        snapshot,
                        Studies.together(years.stream().map(Year::version).toList()),
                        flow);
        for (Year year : years) {
            flow.newPage();
            pages(fonts, year, flow);
        }
        return ArchivalDocument.write(
                fonts,
                new ArchivalDocument.Metadata(
                        whose(words + whole + "metadata.title", snapshot),
                        snapshot.issuer().schoolName(),
                        "hocba",
                        Texts.VIETNAMESE.toLanguageTag(),
                        created(snapshot, latest.signatures()),
                        identity(whole, years, lookupUrl, notice)),
                flow,
                frame);
    }

    private void pages(Fonts fonts, Year year, Flow flow) {
        if (Tt27View.isOf(year.version())) {
            new YearPages(fonts, signing(fonts, year)).print(year.version(), year.effect(), flow);
        } else {
            new PartsPages(fonts, signing(fonts, year), regulations.of(year.version()))
                    .print(year.version(), year.effect(), flow);
        }
        if (!year.supplements().isEmpty()) {
            flow.newPage();
            new SupplementAnnex(fonts).print(year.supplements(), flow);
        }
    }

    private static SignatureBlock signing(Fonts fonts, Year year) {
        return new SignatureBlock(fonts, year.version(), year.signatures());
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
    private static int identity(String whole, List<Year> years, String lookupUrl, String notice) {
        String content = years.stream()
                .map(year -> (Tt27View.isOf(year.version())
                                ? Tt27View.of(year.version()).identity()
                                : year.version().toString())
                        + "|"
                        + year.signatures().stream()
                                .map(SignatureLine::identity)
                                .toList()
                        + (year.effect() == null ? "" : "|" + year.effect())
                        + (year.supplements().isEmpty() ? "" : "|" + year.supplements()))
                .collect(Collectors.joining("|"));
        return String.join("|", whole, content, lookupUrl, notice).hashCode();
    }
}
