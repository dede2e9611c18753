package vn.hocba.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.Leaves;
import vn.hocba.record.Promotion;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Request;
import vn.hocba.request.Requests;
import vn.hocba.school.EnrolmentStatus;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;

/** When a record may be transferred, and where to (domain §10.1). */
@Component
class TransferRules {

    private final SchoolDirectory directory;
    private final YearRecords records;
    private final RecordHolders holders;
    private final GoesAlong goesAlong;
    private final Requests requests;
    private final Leaves leaves;
    private final HandOverFacts handOver;

    TransferRules(
            SchoolDirectory directory,
            YearRecords records,
            RecordHolders holders,
            GoesAlong goesAlong,
            Requests requests,
            Leaves leaves,
            HandOverFacts handOver) {
        this.directory = directory;
        this.records = records;
        this.holders = holders;
        this.goesAlong = goesAlong;
        this.requests = requests;
        this.leaves = leaves;
        this.handOver = handOver;
    }

    /** Why a record cannot be transferred now, and what to do first; empty when it can. */
    Optional<Refused> obstacle(YearRecord record) {
        if (!holders.isLatest(record)) {
            return Optional.of(Refused.notNow("transfer.not-latest"));
        }
        return ofState(record).or(() -> requests.anyOpen(record.id()).map(TransferRules::otherOpen));
    }

    /**
     * The same for a transfer that was asked for already: it is not in its own way.
     *
     * @param toSchoolId null where the receiving school is not in this database
     */
    Optional<Refused> obstacle(YearRecord record, Request asked, String toSchoolId) {
        return ofState(record).or(() -> exists(record, toSchoolId)).or(() -> besides(record, asked));
    }

    /** As {@link GoesAlong#is}. */
    boolean goesAlong(YearRecord record) {
        return goesAlong.is(record);
    }

    /** What is decided about a year that stays here holds nobody up: it is for this school to decide. */
    private Optional<Refused> besides(YearRecord record, Request asked) {
        return goesAlong.is(record) ? requests.anyOpenBeside(asked).map(TransferRules::otherOpen) : Optional.empty();
    }

    /** The same on the day: what was handed over has to be whole too. */
    Optional<Refused> obstacleToMove(YearRecord record, Request asked, TransferDetails details) {
        return obstacle(record, asked, details.to()).or(() -> handOver.flaw(asked, details));
    }

    private static Refused otherOpen(Request open) {
        return Refused.notNow("transfer.other-open", open.term());
    }

    /** Whether the receiving school opened a record of its own for this year. */
    Optional<Refused> exists(YearRecord record, String toSchoolId) {
        boolean twice = goesAlong.is(record)
                && toSchoolId != null
                && records.exists(new PupilId(record.pupilId()), record.schoolYear(), new SchoolId(toSchoolId));
        return twice
                ? Optional.of(Refused.notNow("transfer.exists", new SchoolYear(record.schoolYear()).toString()))
                : Optional.empty();
    }

    /** @throws Refused when the receiving school opened a record of its own for this year */
    void demandNotThere(YearRecord record, String toSchoolId) {
        exists(record, toSchoolId).ifPresent(why -> {
            throw why;
        });
    }

    private Optional<Refused> ofState(YearRecord record) {
        RecordState state = record.state();
        if (goesAlong.isMadeAnew(record)) {
            // The assessment in the summer goes on where the year was issued; a correction is finished first.
            return record.hadSupplementaryAssessment()
                    ? Optional.empty()
                    : Optional.of(Refused.notNow("transfer.version-under-way"));
        }
        return switch (state) {
            case COMMENTING, HOMEROOM, ACCEPTED, FROZEN -> Optional.empty();
            case LEFT -> ofClosed(record);
            case PRINCIPAL, SEALING, RELEASED, SUBMITTED ->
                Optional.of(Refused.invalid("transfer.between." + state, state.term()));
            case RETRACTED -> Optional.of(Refused.notNow("transfer.over", state.term()));
        };
    }

    /** A pupil who has left takes the closed record along, and it goes on at the other school. */
    private Optional<Refused> ofClosed(YearRecord record) {
        boolean deceased = leaves.of(record.id())
                .filter(leave -> leave.reason() == EnrolmentStatus.DECEASED)
                .isPresent();
        return deceased || holders.goesOnAt(record).isPresent()
                ? Optional.of(Refused.notNow("transfer.over", record.state().term()))
                : Optional.empty();
    }

    /** Whether the person is of the office of this school. */
    static boolean isOffice(CurrentUser who, String schoolId) {
        return Right.ASK_TRANSFER.isOf(who, schoolId);
    }

    /** @throws Refused when the person does not work at a school */
    Unit ownSchool(CurrentUser who) {
        Unit here = directory.unit(who.unitId());
        if (here.kind() != UnitKind.SCHOOL) {
            throw Refused.notAllowed("identity.other-unit");
        }
        return here;
    }

    /** The other schools of the same level below the same Sở: name by id. */
    Map<String, String> schools(String fromSchoolId) {
        Unit from = directory.unit(fromSchoolId);
        Map<String, String> schools = new LinkedHashMap<>();
        directory
                .provinceOf(from.id())
                .map(province -> directory.schoolsUnder(province.path()))
                .orElse(List.of())
                .stream()
                .filter(school -> school.level() == from.level() && !school.id().equals(fromSchoolId))
                .forEach(school -> schools.put(school.id(), school.name()));
        return schools;
    }

    boolean isSameProvince(String one, String other) {
        return directory.provinceOf(one).equals(directory.provinceOf(other));
    }

    /** The classes in which the receiving school may put the pupil of a record that is here: name by id. */
    Map<String, String> classes(YearRecord record, String toSchoolId) {
        Map<String, String> classes = classes(toSchoolId, record.schoolYear(), record.grade());
        if (!goesAlong.is(record)) {
            int next = Promotion.nextGrade(
                    record.grade(), Boolean.TRUE.equals(record.programmeCompleted()), record.promoted());
            classes.putAll(classes(toSchoolId, record.schoolYear() + 1, next));
        }
        return classes;
    }

    /** The classes of a grade in a school year: name by id. */
    Map<String, String> classes(String schoolId, int schoolYear, int grade) {
        Map<String, String> classes = new LinkedHashMap<>();
        for (ClassInfo info : directory.classes(schoolId, schoolYear)) {
            if (info.grade() == grade) {
                classes.put(info.id(), Texts.vi("transfer.class", info.name(), new SchoolYear(schoolYear).toString()));
            }
        }
        return classes;
    }
}
