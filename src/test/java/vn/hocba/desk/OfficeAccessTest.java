package vn.hocba.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.desk.admin.OpenSchoolYear;
import vn.hocba.desk.admin.SchoolCertificates;
import vn.hocba.desk.clerk.SealClass;
import vn.hocba.desk.clerk.SealingList;
import vn.hocba.desk.principal.ApprovalList;
import vn.hocba.desk.principal.SignPrincipal;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.desk.teacher.SignHomeroom;
import vn.hocba.dossier.CheckSignatures;
import vn.hocba.dossier.FindPupils;
import vn.hocba.dossier.RecordDocuments;
import vn.hocba.dossier.RecordPage;
import vn.hocba.identity.Access;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.OpenTab;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.shared.Refused;
import vn.hocba.shared.StaffId;
import vn.hocba.submission.SubmitClass;
import vn.hocba.workflow.Step;

/** Every use case of the office, tried by each role that it is not for, and by the right role of another school. */
@OfficeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeAccessTest {

    @Autowired
    OfficeWorld world;

    @Autowired
    Session session;

    @Autowired
    Access access;

    @Autowired
    Accounts accounts;

    @Autowired
    ApprovalList approvalList;

    @Autowired
    SealingList sealingList;

    @Autowired
    ReturnTargets returnTargets;

    @Autowired
    FinishSubject finishSubject;

    @Autowired
    SignHomeroom signHomeroom;

    @Autowired
    SignPrincipal signPrincipal;

    @Autowired
    SealClass sealClass;

    @Autowired
    SubmitClass submitClass;

    @Autowired
    ReturnRecords returnRecords;

    @Autowired
    OpenSchoolYear openSchoolYear;

    @Autowired
    SchoolCertificates certificates;

    @Autowired
    RecordPage recordPage;

    @Autowired
    RecordDocuments documents;

    @Autowired
    CheckSignatures checkSignatures;

    @Autowired
    ClassBoard classBoard;

    @Autowired
    FindPupils findPupils;

    private record UseCase(String name, boolean namesTheSchool, Runnable action, Set<Role> allowed) {

        @Override
        public String toString() {
            return name;
        }
    }

    private List<UseCase> useCases() {
        String classId = world.classNamed("1A").id();
        String schoolId = world.school().id();
        String record = world.records("1A").get(0);
        return List.of(
                of("approval list", () -> approvalList.of(classId), Role.PRINCIPAL),
                of("sealing list", () -> sealingList.of(classId), Role.CLERK),
                of("return targets", () -> returnTargets.of(classId), Role.PRINCIPAL, Role.CLERK, Role.TEACHER),
                of("finish a subject", () -> finishSubject.finish(classId, "TOAN"), Role.TEACHER),
                of(
                        "sign as homeroom teacher",
                        () -> signHomeroom.start(classId, List.of(), OfficeWorld.pin()),
                        Role.TEACHER),
                of(
                        "sign as principal",
                        () -> signPrincipal.start(classId, List.of(), OfficeWorld.pin()),
                        Role.PRINCIPAL),
                of("seal", () -> sealClass.start(classId, List.of(), OfficeWorld.pin()), Role.CLERK),
                of("submit", () -> submitClass.submit(classId, OfficeWorld.pin()), Role.CLERK),
                of("return as homeroom teacher", () -> giveBack(classId, record, Step.HOMEROOM), Role.TEACHER),
                of("return as principal", () -> giveBack(classId, record, Step.PRINCIPAL), Role.PRINCIPAL),
                of("return as clerk", () -> giveBack(classId, record, Step.SEAL), Role.CLERK),
                of(
                        "readiness",
                        () -> openSchoolYear.readiness(schoolId, OfficeWorld.YEAR),
                        Role.SCHOOL_ADMIN,
                        Role.PRINCIPAL),
                of("open the year", () -> openSchoolYear.start(schoolId, OfficeWorld.YEAR), Role.SCHOOL_ADMIN),
                of(
                        "issue a certificate",
                        () -> certificates.issue(world.homeroom("1A").staffId(), OfficeWorld.PIN.toCharArray()),
                        Role.SCHOOL_ADMIN),
                ofOwn("certificates", () -> certificates.ofOwnSchool(), Role.SCHOOL_ADMIN),
                ofOwn("class board", () -> classBoard.ofOwnSchool(), Role.PRINCIPAL, Role.CLERK, Role.SCHOOL_ADMIN),
                ofOwn(
                        "find pupils",
                        () -> findPupils.matching("nguyen"),
                        Role.PRINCIPAL,
                        Role.CLERK,
                        Role.SCHOOL_ADMIN,
                        Role.TEACHER),
                of("record page", () -> recordPage.of(record), READERS),
                of("printed form", () -> documents.printedForm(record), READERS_OF_THE_WHOLE),
                of("packet", () -> documents.packet(record), READERS_OF_THE_WHOLE),
                of("check signatures", () -> checkSignatures.quick(record), READERS_OF_THE_WHOLE),
                of("check signatures in full", () -> checkSignatures.full(record), READERS_OF_THE_WHOLE));
    }

    /** Whoever has one of its roles belongs to the Sở. */
    private static final Role[] READERS = {
        Role.PRINCIPAL,
        Role.CLERK,
        Role.SCHOOL_ADMIN,
        Role.TEACHER,
        Role.PROVINCE,
        Role.PROVINCE_OFFICER,
        Role.PROVINCE_LEADER,
        Role.PROVINCE_CLERK
    };

    private static final Role[] READERS_OF_THE_WHOLE = {
        Role.PRINCIPAL,
        Role.CLERK,
        Role.TEACHER,
        Role.PROVINCE,
        Role.PROVINCE_OFFICER,
        Role.PROVINCE_LEADER,
        Role.PROVINCE_CLERK
    };

    private static UseCase of(String name, Runnable action, Role... allowed) {
        return new UseCase(name, true, action, Set.of(allowed));
    }

    /** Without an argument that could name another school. */
    private static UseCase ofOwn(String name, Runnable action, Role... allowed) {
        return new UseCase(name, false, action, Set.of(allowed));
    }

    Stream<Arguments> wrongRoles() {
        return useCases().stream().flatMap(useCase -> EnumSet.complementOf(EnumSet.copyOf(useCase.allowed())).stream()
                .map(role -> Arguments.of(useCase, role)));
    }

    Stream<Arguments> otherSchools() {
        return useCases().stream().filter(UseCase::namesTheSchool).flatMap(useCase -> useCase.allowed().stream()
                .map(role -> Arguments.of(useCase, role)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("wrongRoles")
    void everyOtherRoleOfTheSchoolIsRefused(UseCase useCase, Role role) {
        assertThatThrownBy(() -> session.run(world.someone(role), useCase.action()))
                .isInstanceOfSatisfying(Refused.class, OfficeAccessTest::isAboutRights);
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("otherSchools")
    void theRightRoleOfAnotherSchoolIsRefused(UseCase useCase, Role role) {
        assertThatThrownBy(() -> session.run(world.stranger(role), useCase.action()))
                .isInstanceOfSatisfying(Refused.class, OfficeAccessTest::isAboutRights);
    }

    Stream<Arguments> rightRoles() {
        return useCases().stream()
                .flatMap(useCase -> useCase.allowed().stream().map(role -> Arguments.of(useCase, role)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("rightRoles")
    void whoseRoleIsTakenAwayAndThenTheAccountClosedIsRefusedInTheTabThatIsStillOpen(UseCase useCase, Role role) {
        CurrentUser holder = account(world.someone(role), Set.of(role));
        OpenTab.of(holder, () -> {
            assertThat(access.current()).isEqualTo(holder);
            account(holder, Set.of());
            assertThatThrownBy(() -> useCase.action().run())
                    .isInstanceOfSatisfying(Refused.class, OfficeAccessTest::isAboutRights);
            accounts.close(holder.accountId());
            assertThatThrownBy(() -> useCase.action().run())
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.key()).isEqualTo("identity.account-closed"));
        });
    }

    /** Of its own, with the staff and unit of somebody. */
    private CurrentUser account(CurrentUser like, Set<Role> roles) {
        return accounts.put(new NewAccount(
                "quyen.het",
                null,
                "Người Thử",
                "Thử",
                roles,
                like.staffId() == null ? null : new StaffId(like.staffId()),
                like.unitId(),
                like.unitPath()));
    }

    private void giveBack(String classId, String record, Step from) {
        Step target = from == Step.HOMEROOM ? Step.COMMENTS : Step.HOMEROOM;
        Set<String> subjects = from == Step.HOMEROOM ? Set.of("TOAN") : Set.of();
        returnRecords.start(
                classId, List.of(record), new ReturnRecords.Instruction(from, target, subjects, "Để thử quyền hạn."));
    }

    private static void isAboutRights(Refused refused) {
        if (Arrays.asList(
                        "identity.role-missing",
                        "identity.other-unit",
                        "record.not-your-class",
                        "record.no-such-sheet",
                        "record.unknown",
                        "steps.not-your-pupil",
                        "steps.not-the-whole")
                .contains(refused.key())) {
            return;
        }
        throw new AssertionError("refused for another reason: " + refused.key(), refused);
    }
}
