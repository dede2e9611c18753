package vn.hocba.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.hocba.document.BookNotice;
import vn.hocba.document.PrintFormat;
import vn.hocba.document.SignatureLine;
import vn.hocba.registry.FreezeReceipts;
import vn.hocba.registry.FreezeReceipts.Standing;
import vn.hocba.registry.Originals.Original;
import vn.hocba.registry.Originals.Verified;
import vn.hocba.registry.RegisteredState;
import vn.hocba.registry.Supplements;
import vn.hocba.shared.Texts;
import vn.hocba.signing.LegalValue;

/** The printed form of a year that was found, with what its reader has to know of it in the notice. */
@Component
class FoundYearPrint {

    private final PrintFormat print;
    private final Supplements supplements;
    private final FreezeReceipts receipts;
    private final LegalValue legalValue;
    private final String publicUrl;

    FoundYearPrint(
            PrintFormat print,
            Supplements supplements,
            FreezeReceipts receipts,
            LegalValue legalValue,
            @Value("${hocba.public-url}") String publicUrl) {
        this.print = print;
        this.supplements = supplements;
        this.receipts = receipts;
        this.legalValue = legalValue;
        this.publicUrl = publicUrl;
    }

    /** @return PDF/A */
    byte[] of(Original year, Verified verified) {
        return print.printedForm(
                page(year, verified),
                publicUrl + "/tra-cuu?ma=" + verified.report().content().lookupCode(),
                notice(year, verified));
    }

    /**
     * Several years of a record as one whole học bạ.
     *
     * @param years oldest first, with what was checked of each
     * @param missing school years that were found and are not shown
     */
    byte[] book(Map<Original, Verified> years, List<Integer> missing) {
        List<PrintFormat.Year> all = new ArrayList<>();
        BookNotice words = new BookNotice();
        years.forEach((year, verified) -> {
            all.add(page(year, verified));
            words.add(year.schoolYear(), notice(year, verified));
        });
        missing.forEach(year -> words.add(year, Texts.vi("lookup.notice.not-in-book")));
        return print.wholeBook(
                all, publicUrl + "/tra-cuu?ma=" + all.get(0).version().lookupCode(), words.text());
    }

    private PrintFormat.Year page(Original year, Verified verified) {
        return new PrintFormat.Year(
                verified.report().content(),
                verified.lines(),
                receipts.of(year.id()).map(Standing::words).orElse(null),
                supplements.of(year.id()).stream()
                        .filter(Supplements.Verified::isGood)
                        .map(good -> good.report().content())
                        .toList());
    }

    /** Null where there is nothing to say. */
    private String notice(Original year, Verified verified) {
        List<String> words = new ArrayList<>();
        int beside = supplements.of(year.id()).size();
        if (year.state() == RegisteredState.ACCEPTED) {
            words.add(Texts.vi("lookup.notice.not-frozen"));
        } else if (beside > 0) {
            words.add(Texts.vi("lookup.notice.supplemented", beside));
        }
        if (!legalValue.of(verified.lines().stream().map(SignatureLine::serial).toList())) {
            words.add(Texts.vi("lookup.notice.no-legal-value"));
        }
        return words.isEmpty() ? null : String.join(". ", words);
    }
}
