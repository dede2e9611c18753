package vn.hocba.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.hocba.calendar.CalendarHistory;
import vn.hocba.calendar.ChangeCalendar;
import vn.hocba.calendar.DecideExtraWindow;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffBoard;
import vn.hocba.cutoff.FreezeAgain;
import vn.hocba.desk.ClassBoard;
import vn.hocba.desk.admin.DutyBoard;
import vn.hocba.desk.admin.OpenSchoolYear;
import vn.hocba.dossier.CheckFile;
import vn.hocba.dossier.FindPupils;
import vn.hocba.dossier.RecordPage;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.oversight.ProgressBoard;
import vn.hocba.pupils.FollowList;
import vn.hocba.receipt.ApproveList;
import vn.hocba.receipt.ReceiptBoard;
import vn.hocba.receipt.SignList;
import vn.hocba.record.ClassSheets;
import vn.hocba.registry.IntakeBoard;
import vn.hocba.registry.Policy;
import vn.hocba.registry.ProvincePolicies;
import vn.hocba.report.ApproveReport;
import vn.hocba.report.ProvinceCertificate;
import vn.hocba.report.ReportBoard;
import vn.hocba.report.SendAgain;
import vn.hocba.request.Action;
import vn.hocba.request.GeneralAction;
import vn.hocba.request.Input;
import vn.hocba.request.OverdueBelow;
import vn.hocba.request.RecordAction;
import vn.hocba.request.RequestAction;
import vn.hocba.request.RequestBoard;
import vn.hocba.school.CorrectAddress;
import vn.hocba.school.DeclareTaxCode;
import vn.hocba.school.GrantRoles;
import vn.hocba.school.ProvincePeople;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolImport;
import vn.hocba.school.SchoolPeople;
import vn.hocba.school.StaffAccounts;
import vn.hocba.school.UnitBoard;
import vn.hocba.shared.Refused;
import vn.hocba.signing.CertificateApprovals;
import vn.hocba.submission.Incidents;
import vn.hocba.submission.PackagePreview;
import vn.hocba.submission.Submissions;
import vn.hocba.transfer.ArrivalOutcome;
import vn.hocba.transfer.CloseArrival;
import vn.hocba.transfer.TransferBoard;
import vn.hocba.ui.MenuEntry;
import vn.hocba.workflow.SystemIncidents;

/** The table of rights, cell by cell: every role, of the own units, of others in the same Sở and of another Sở, tries at the services what each right is for. */
@ReleasedRecordsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsMatrixTest {

    private static final int YEAR = ReleasedRecords.YEAR;

    /** Rights that are tried in another test, or that only say which part of a right somebody has that is tried here. */
    private static final Map<String, Set<Right>> ELSEWHERE = Map.of(
            "OfficeAccessTest",
            EnumSet.of(
                    Right.FINISH_ROWS,
                    Right.SIGN_HOMEROOM,
                    Right.SIGN_FOR_SCHOOL,
                    Right.SEAL,
                    Right.RETURN_RECORDS,
                    Right.OPEN_YEAR,
                    Right.ISSUE_CERTIFICATES),
            "ProvinceRolesTest",
            EnumSet.of(Right.ISSUE_OWN_CERTIFICATE),
            "of READ_RECORDS, READ_REQUESTS, FIND_PUPILS, SEE_SUMMARY, SEE_PROGRESS",
            EnumSet.of(
                    Right.READ_ALL_OF_RECORDS,
                    Right.READ_WHOLE_RECORDS,
                    Right.READ_OWN_PUPILS,
                    Right.READ_PERSONS,
                    Right.READ_HANDED_IN,
                    Right.READ_REQUESTS_OF_SCHOOL,
                    Right.READ_REQUESTS_OF_PROVINCE,
                    Right.FIND_EVERY_PUPIL,
                    Right.SEE_EVERY_SUMMARY,
                    Right.SEE_PROGRESS_OF_SCHOOLS),
            "of the actions that ask and take back",
            EnumSet.of(
                    Right.ASK_EVERY_CORRECTION,
                    Right.ASK_OWN_CORRECTION,
                    Right.ASK_EVERY_INCLUSION,
                    Right.ASK_OWN_INCLUSION,
                    Right.ASK_EVERY_EXEMPTION,
                    Right.CALL_OFF_REQUESTS),
            "what only shows or opens the way to what is tried here",
            EnumSet.of(Right.SEE_INBOX, Right.KEEP_COMMENTS, Right.USE_SCHOOL_KEY, Right.USE_PROVINCE_KEY));

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    Session session;

    @Autowired
    List<Action> actions;

    @Autowired
    RequestBoard board;

    @Autowired
    ApplicationContext parts;

    private final List<UseCase> useCases = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();

    private enum Place {
        OWN,
        SAME_PROVINCE,
        OTHER_PROVINCE
    }

    private record Caller(Role role, Place place, CurrentUser user) {

        @Override
        public String toString() {
            return role + " " + place;
        }
    }

    /**
     * @param names whether it says of which unit: else each caller asks about the own one
     * @param tried whether whoever may does it here: it changes nothing that others need
     */
    private record UseCase(Right right, String name, boolean names, boolean tried, Runnable call) {

        @Override
        public String toString() {
            return right + " " + name;
        }

        private boolean allows(Caller caller) {
            boolean hasIt = right.line().roles().stream().anyMatch(caller.user()::is);
            boolean official = caller.role() == Role.SUPERVISOR || caller.user().is(Role.PROVINCE);
            boolean reaches = !official || right.line().where() != Right.Where.SCHOOL;
            return hasIt && reaches && (!names || caller.place() == Place.OWN);
        }
    }

    @BeforeAll
    void schoolsOfTwoProvinces() {
        Unit province = world.province();
        Unit above = world.intermediate(province);
        School school = world.schoolBelow(above);
        callers.addAll(of(Place.OWN, school));
        callers.add(official(Place.OWN, above, Role.SUPERVISOR));
        ofProvince(Place.OWN, province);
        Unit beside = world.intermediate(province);
        callers.addAll(of(Place.SAME_PROVINCE, world.schoolBelow(beside)));
        callers.add(official(Place.SAME_PROVINCE, beside, Role.SUPERVISOR));
        Unit far = world.province();
        Unit farAbove = world.intermediate(far);
        callers.addAll(of(Place.OTHER_PROVINCE, world.schoolBelow(farAbove)));
        callers.add(official(Place.OTHER_PROVINCE, farAbove, Role.SUPERVISOR));
        ofProvince(Place.OTHER_PROVINCE, far);

        String record = life.accepted(school);
        String request = life.askCorrection(school, record, "TOAN");
        school(school, record, request);
        province(province, record);
        actions(record, request);
    }

    private static List<Caller> of(Place place, School school) {
        Map<Role, CurrentUser> people = new EnumMap<>(Role.class);
        people.put(Role.TEACHER, school.homeroom());
        people.put(Role.PRINCIPAL, school.principal());
        people.put(Role.CLERK, school.clerk());
        people.put(Role.SCHOOL_ADMIN, school.admin());
        return people.entrySet().stream()
                .map(person -> new Caller(person.getKey(), place, person.getValue()))
                .toList();
    }

    private void ofProvince(Place place, Unit province) {
        for (Role role : List.of(Role.PROVINCE_OFFICER, Role.PROVINCE_LEADER, Role.PROVINCE_CLERK)) {
            callers.add(new Caller(role, place, world.ofProvince(province, role)));
        }
    }

    private Caller official(Place place, Unit unit, Role role) {
        return new Caller(role, place, world.official(unit, role));
    }

    private void school(School school, String record, String request) {
        String id = school.unit().id();
        String classId = school.classId();
        named(Right.ENTER_MARKS, () -> part(ClassSheets.class).subject(classId, "TOAN"));
        named(Right.SEE_SUMMARY, () -> part(ClassSheets.class).homeroom(classId));
        named(Right.SUBMIT, () -> part(PackagePreview.class).of(classId));
        own(Right.SEE_SUBMISSIONS, () -> part(Submissions.class).ofYear(YEAR));
        named(Right.SEE_INCIDENTS, () -> part(Incidents.class).ofSchool(id));
        own(Right.SEE_CLASSES, () -> part(ClassBoard.class).ofOwnSchool());
        named(Right.SEE_READINESS, () -> part(OpenSchoolYear.class).readiness(id, YEAR));
        own(Right.CONFIRM_CERTIFICATES, () -> part(CertificateApprovals.class).waiting());
        named(Right.CONFIRM_CERTIFICATES, () -> part(CertificateApprovals.class)
                .approve("AB12", school.homeroom().staffId(), "Đã đối chiếu giấy tờ"));
        own(Right.DECLARE_TAX_CODE, () -> part(DeclareTaxCode.class).declare("?"));
        named(Right.CORRECT_ADDRESS, () -> part(CorrectAddress.class)
                .correct(id, new CorrectAddress.Address("Xã Thử", "Hà Nội", "Hà Nội")));
        named(Right.IMPORT, () -> part(SchoolImport.class).preview(id, List.of()));
        untried(Right.GIVE_ACCOUNTS, () -> part(StaffAccounts.class).provision(id, null));
        named(Right.SEE_PEOPLE, () -> part(SchoolPeople.class).staff(id));
        named(Right.CHANGE_DUTIES, () -> part(DutyBoard.class).of(id, YEAR));
        named(Right.GIVE_ROLES, () -> part(GrantRoles.class)
                .give(id, new GrantRoles.Decision(null, Role.CLERK, null, null, null, null, "")));
        own(Right.FIND_PUPILS, () -> part(FindPupils.class).matching("mai"));
        named(Right.READ_RECORDS, () -> part(RecordPage.class).of(record));
        named(Right.FOLLOW_LIST, () -> part(FollowList.class).start(id, YEAR));
        named(Right.SEE_FOLLOWING, () -> part(FollowList.class).waiting(id, YEAR));
        own(Right.READ_REQUESTS, board::lists);
        named(Right.READ_REQUESTS, () -> board.page(request));
        named(Right.SEE_PROGRESS, () -> part(ProgressBoard.class).school(id, YEAR));
    }

    private void province(Unit province, String record) {
        own(Right.HANDLE_SYSTEM_INCIDENTS, () -> part(SystemIncidents.class).ofProvince());
        own(Right.HANDLE_SYSTEM_INCIDENTS, () -> part(SystemIncidents.class).tryAgain("year-record", "none"));
        own(Right.CHANGE_UNITS, () -> part(UnitBoard.class).units());
        named(Right.SET_CALENDAR, () -> part(ChangeCalendar.class).change(province.id(), null, ""));
        named(Right.SEE_CALENDAR_HISTORY, () -> part(CalendarHistory.class).decisions(province.id(), YEAR));
        own(Right.GIVE_EXTRA_WINDOWS, () -> part(DecideExtraWindow.class).close("none", ""));
        own(Right.SEE_CUT_OFFS, () -> part(CutOffBoard.class).waves(YEAR));
        own(Right.FREEZE_AGAIN, () -> part(FreezeAgain.class).tryAgain(YEAR, Wave.FIRST, record));
        own(Right.SEE_INTAKE, () -> part(IntakeBoard.class).schoolYears());
        own(Right.SET_POLICIES, () -> part(ProvincePolicies.class).isOn(Policy.RETRACTION_BY_TWO));
        own(Right.SEE_REPORTS, () -> part(ReportBoard.class).waiting());
        own(Right.SEND_REPORTS, () -> part(SendAgain.class).send("none"));
        useCases.add(new UseCase(
                Right.ISSUE_PROVINCE_CERTIFICATES,
                "of the own unit",
                false,
                false,
                () -> part(ProvinceCertificate.class).issue("482915".toCharArray())));
        own(Right.APPROVE_REPORTS, () -> part(ApproveReport.class).approve("none"));
        own(Right.CHECK_FILES, () -> part(CheckFile.class).check(new byte[] {1}));
        own(Right.SEE_RECEIPTS, () -> part(ReceiptBoard.class).waiting());
        own(Right.APPROVE_RECEIPTS, () -> part(ApproveList.class).approve("none"));
        own(Right.SIGN_RECEIPTS, () -> part(SignList.class).asks());
        named(Right.KEEP_PROVINCE_PEOPLE, () -> part(ProvincePeople.class).all(province.id()));
        own(Right.SEE_TRANSFERS_BELOW, () -> part(TransferBoard.class).overdue());
        own(Right.SEE_OVERDUE_BELOW, () -> part(OverdueBelow.class).late());
        own(Right.CLOSE_ARRIVALS, () -> part(CloseArrival.class).close("none", ArrivalOutcome.RETURNED, "", ""));
    }

    /** Nothing is entered, so that whoever may is told what is missing; what asks for nothing is tried by those alone who may not. */
    private void actions(String record, String request) {
        Input nothing = Input.of(Map.of());
        for (Action action : actions) {
            String name = action.name();
            if (action instanceof RequestAction) {
                useCases.add(new UseCase(action.right(), name, true, false, () -> board.take(name, request, nothing)));
            } else if (action instanceof RecordAction) {
                useCases.add(new UseCase(action.right(), name, true, true, () -> board.take(name, record, nothing)));
            } else if (action instanceof GeneralAction) {
                useCases.add(new UseCase(action.right(), name, false, true, () -> board.take(name, "", nothing)));
            }
        }
    }

    private void named(Right right, Runnable call) {
        useCases.add(new UseCase(right, "of one unit", true, true, call));
    }

    private void own(Right right, Runnable call) {
        useCases.add(new UseCase(right, "of the own unit", false, true, call));
    }

    private void untried(Right right, Runnable call) {
        useCases.add(new UseCase(right, "of one unit", true, false, call));
    }

    private <T> T part(Class<T> type) {
        return parts.getBean(type);
    }

    Stream<Arguments> refused() {
        return cells().filter(cell -> !cell.useCase().allows(cell.caller())).map(Cell::arguments);
    }

    Stream<Arguments> allowed() {
        return cells().filter(cell -> cell.useCase().tried() && cell.useCase().allows(cell.caller()))
                .map(Cell::arguments);
    }

    private record Cell(UseCase useCase, Caller caller) {

        private Arguments arguments() {
            return Arguments.of(useCase, caller);
        }
    }

    private Stream<Cell> cells() {
        return useCases.stream().flatMap(useCase -> callers.stream().map(caller -> new Cell(useCase, caller)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("refused")
    void whoHasNoRightIsRefused(UseCase useCase, Caller caller) {
        assertThatThrownBy(() -> session.run(caller.user(), useCase.call()))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.kind())
                        .as(refused.key())
                        .isIn(Refused.Kind.NOT_ALLOWED, Refused.Kind.NOT_FOUND));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("allowed")
    void whoHasTheRightIsNotToldThatItIsMissing(UseCase useCase, Caller caller) {
        try {
            session.run(caller.user(), useCase.call());
        } catch (Refused another) {
            assertThat(another.kind()).as(another.key()).isNotEqualTo(Refused.Kind.NOT_ALLOWED);
        }
    }

    /** The framework wants the roles of a screen as words. */
    @Test
    void aScreenOfTheMenuIsOpenToTheRolesOfItsRight() {
        List<MenuEntry> entries =
                List.copyOf(parts.getBeansOfType(MenuEntry.class).values());
        assertThat(entries).hasSizeGreaterThan(10);
        for (MenuEntry entry : entries) {
            RolesAllowed open = entry.view().getAnnotation(RolesAllowed.class);
            if (open == null) {
                assertThat(entry.view().isAnnotationPresent(PermitAll.class))
                        .as(entry.titleKey())
                        .isTrue();
            } else {
                assertThat(open.value())
                        .as(entry.titleKey())
                        .containsExactlyInAnyOrder(entry.right().line().roles().stream()
                                .map(Role::name)
                                .toArray(String[]::new));
            }
        }
    }

    @Test
    void everyRightIsTriedHereOrIsSaidToBeTriedElsewhere() {
        Map<Right, String> tried = new LinkedHashMap<>();
        useCases.forEach(useCase -> tried.put(useCase.right(), "here"));
        ELSEWHERE.forEach((where, rights) -> rights.forEach(right -> tried.put(right, where)));
        assertThat(tried.keySet()).containsExactlyInAnyOrder(Right.values());
    }
}
