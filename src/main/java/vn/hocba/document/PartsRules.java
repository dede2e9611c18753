package vn.hocba.document;

import java.util.HashSet;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Set;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.shared.Refused;

/** Whether what a packet says may stand there by its regulation: the schema lets every code and every text through. */
final class PartsRules {

    private final Regulation regulation;
    private final RecordSnapshot version;
    private final Contents contents;

    PartsRules(Regulation regulation, RecordSnapshot version) {
        this.regulation = regulation;
        this.version = version;
        this.contents = version.contents();
    }

    /** @throws Refused when it may not */
    void demand() {
        List<Part> known = regulation.parts(version.grade());
        Set<String> seen = new HashSet<>();
        for (RecordSnapshot.Part part : version.parts()) {
            Part own = known.stream()
                    .filter(one -> one.code().equals(part.code()) && one.kind() == part.kind())
                    .findFirst()
                    .orElseThrow(() -> Refused.invalid("packet.part", part.name(), regulation.title()));
            boolean row = !part.isSubject() || part.id().equals(RecordSnapshot.rowId(part.code()));
            if (!row || !seen.add(part.code())) {
                throw Refused.invalid("packet.part", part.name(), regulation.title());
            }
            Set<String> closed = regulation.closed(contents, own);
            part.cells().forEach(cell -> demand(part, own, cell, closed));
        }
        String result = version.conclusion().result();
        if (result != null && !isKnown(result)) {
            throw Refused.invalid("packet.result", result, regulation.title());
        }
    }

    /** Not whether it follows from the cells: that was decided by the table of its year. */
    private boolean isKnown(String result) {
        try {
            return regulation.term(result) != null;
        } catch (IllegalArgumentException | MissingResourceException unknown) {
            return false;
        }
    }

    private void demand(RecordSnapshot.Part part, Part own, RecordSnapshot.Cell said, Set<String> closed) {
        Refused wrong = Refused.invalid("packet.cell", said.name(), part.name(), regulation.title());
        Cell cell = own.cells().stream()
                .filter(one -> one.code().equals(said.code()))
                .findFirst()
                .orElseThrow(() -> wrong);
        if (said.value() != null
                && (closed.contains(cell.code())
                        || !regulation
                                .read(version.grade(), own, cell, said.value())
                                .equals(said.value()))) {
            throw wrong;
        }
    }
}
