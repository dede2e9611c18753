package vn.hocba.rehearsal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.assessment.Exemptions.Ground;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.Exempted;
import vn.hocba.record.YearRecords;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolRules;
import vn.hocba.shared.Refused;

/** Whom the workbooks say to be exempt from a subject, the head exempts: without a decision nobody could finish the subject. */
@Component
class SaidExempt {

    private final SchoolDirectory directory;
    private final SchoolRules rules;
    private final YearRecords records;
    private final Exempted exempted;
    private final Cast cast;
    private final Clock clock;
    private final TransactionTemplate read;

    SaidExempt(
            SchoolDirectory directory,
            SchoolRules rules,
            YearRecords records,
            Exempted exempted,
            Cast cast,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.directory = directory;
        this.rules = rules;
        this.records = records;
        this.exempted = exempted;
        this.cast = cast;
        this.clock = clock;
        read = new TransactionTemplate(transactions);
        read.setReadOnly(true);
    }

    /** A subject of a record. */
    private record Row(String record, String subject) {}

    /**
     * Decides on all of them.
     *
     * @return what could not be decided, with the reason
     */
    List<String> decide(String schoolId, int schoolYear, CurrentUser head) {
        List<Ground> grounds = rules.exemptions(schoolId, schoolYear);
        List<String> problems = new ArrayList<>();
        for (ClassInfo info : directory.classes(schoolId, schoolYear)) {
            for (Row row : undecided(info.id())) {
                try {
                    decide(row, grounds, head);
                } catch (Refused refused) {
                    problems.add(info.name() + ": " + refused.getMessage());
                }
            }
        }
        return problems;
    }

    /** The first ground that exempts from the subject; where none does, the first of all says why not. */
    private void decide(Row row, List<Ground> grounds, CurrentUser head) {
        String ground = grounds.stream()
                .filter(one -> one.exemptsFrom(row.subject()))
                .findFirst()
                .or(() -> grounds.stream().findFirst())
                .map(Ground::code)
                .orElse("");
        Map<String, Object> decision = Map.of(
                "subject", row.subject(),
                "ground", ground,
                "number", Cast.decision(),
                "day", LocalDate.now(clock),
                "reason", Cast.reason());
        cast.take(head, "exemption.grant", row.record(), decision);
    }

    private List<Row> undecided(String classId) {
        return read.execute(transaction -> records.ofClass(classId).stream()
                .flatMap(record -> exempted.undecided(record).stream().map(subject -> new Row(record.id(), subject)))
                .toList());
    }
}
