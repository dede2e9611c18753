package vn.hocba.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.calendar.CalendarHistory;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffBoard;
import vn.hocba.cutoff.WindowBoard;
import vn.hocba.desk.ClassBoard;
import vn.hocba.desk.admin.DutyBoard;
import vn.hocba.desk.admin.OpenSchoolYear;
import vn.hocba.desk.admin.SchoolCertificates;
import vn.hocba.desk.clerk.SealingList;
import vn.hocba.desk.principal.ApprovalList;
import vn.hocba.dossier.FindPupils;
import vn.hocba.dossier.RecordPage;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.oversight.ProgressBoard;
import vn.hocba.oversight.ProgressBoard.Ask;
import vn.hocba.oversight.ProgressBoard.Order;
import vn.hocba.oversight.ReconcileCounts;
import vn.hocba.pupils.FollowList;
import vn.hocba.receipt.ReceiptBoard;
import vn.hocba.record.ClassSheets;
import vn.hocba.registry.IntakeBoard;
import vn.hocba.registry.Originals;
import vn.hocba.report.ReportBoard;
import vn.hocba.report.SupplementaryReports;
import vn.hocba.request.OverdueBelow;
import vn.hocba.request.RequestBoard;
import vn.hocba.school.KeepRegister;
import vn.hocba.school.RoleProposals;
import vn.hocba.school.SchoolPeople;
import vn.hocba.shared.KeptCounts;
import vn.hocba.signing.CertificateApprovals;
import vn.hocba.submission.Incidents;
import vn.hocba.submission.Submissions;
import vn.hocba.transfer.TransferBoard;
import vn.hocba.ui.ShellContext;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;
import vn.hocba.workflow.SystemIncidents;

/** What people wait for: the calls behind the screens, each as the person who makes it. Import it into a test's context. */
public final class WaitedFor {

    private final ObjectProvider<ShellContext> shell;
    private final JdbcClient jdbc;
    private final Session session;
    private final Office office;
    private final Province province;
    private final ReconcileCounts reconcile;
    private final KeptCounts counts;
    private final TransactionTemplate transaction;

    /** What is read at a school. */
    record Office(
            Inbox inbox,
            Batches batches,
            ApprovalList approval,
            SealingList sealing,
            ClassSheets sheets,
            ClassBoard classes,
            FindPupils find,
            RecordPage page,
            OpenSchoolYear openYear,
            SchoolPeople people,
            SchoolCertificates certificates,
            CertificateApprovals approvals,
            DutyBoard duties,
            RoleProposals roles,
            Submissions submissions,
            FollowList follow,
            KeepRegister register) {}

    /** What is read at the Sở, and by the public. */
    record Province(
            IntakeBoard intake,
            CutOffBoard cutOffs,
            WindowBoard windows,
            ReportBoard reports,
            ReceiptBoard receipts,
            SupplementaryReports supplementary,
            CalendarHistory calendar,
            Incidents incidents,
            RequestBoard requests,
            ProgressBoard progress,
            SystemIncidents system,
            Originals originals,
            TransferBoard transfers,
            OverdueBelow overdue) {}

    WaitedFor(
            ObjectProvider<ShellContext> shell,
            JdbcClient jdbc,
            Session session,
            Office office,
            Province province,
            ReconcileCounts reconcile,
            KeptCounts counts,
            PlatformTransactionManager transactions) {
        this.shell = shell;
        this.jdbc = jdbc;
        this.session = session;
        this.office = office;
        this.province = province;
        this.reconcile = reconcile;
        this.counts = counts;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Counts anew what the boards read, as after every change of the filled province. */
    public void count() {
        reconcile.run();
        // A while ago: a board looks twice at what changed in the last minutes.
        jdbc.sql("update school_change set changed_at = timestampadd(hour, -1, changed_at)")
                .update();
    }

    /**
     * A call.
     *
     * @param own whether its result concerns this person's share of the work alone: the same however large the province is
     */
    public record Call(String name, boolean own, Supplier<Object> work) {}

    /** The calls, for the people of a filled province; the first is a bare look-up by key, to compare the others with. */
    public List<Call> in(FilledProvince filled) {
        List<Call> calls = new ArrayList<>();
        String item = filled.record(1, 1) + "00";
        calls.add(new Call("look-up by key", true, () -> jdbc.sql("select step from work_item where id = ?")
                .param(item)
                .query(String.class)
                .single()));
        inbox(filled, calls);
        school(filled, calls);
        province(filled, calls);
        return calls;
    }

    private void inbox(FilledProvince filled, List<Call> calls) {
        Inbox inbox = office.inbox();
        for (Role role : List.of(Role.TEACHER, Role.PRINCIPAL, Role.CLERK, Role.SCHOOL_ADMIN)) {
            CurrentUser who = filled.person(role);
            own(calls, "Inbox.groups " + role, who, inbox::groups);
            own(calls, "Inbox.returned " + role, who, inbox::returned);
            own(calls, "Inbox.count " + role, who, inbox::count);
            own(calls, "Inbox.beside " + role, who, inbox::beside);
            own(calls, "Batches.latest " + role, who, office.batches()::latest);
            own(calls, "RequestBoard.lists " + role, who, province.requests()::lists);
            own(calls, "RequestBoard.overdue " + role, who, province.requests()::overdue);
            own(calls, "RequestBoard.waiting " + role, who, province.requests()::waiting);
            own(calls, "shell " + role, who, () -> shell(who));
        }
        own(
                calls,
                "Inbox.waiting",
                filled.person(Role.PRINCIPAL),
                () -> inbox.waiting(Step.PRINCIPAL, "-", filled.schoolClass(5)));
    }

    private void school(FilledProvince filled, List<Call> calls) {
        CurrentUser teacher = filled.person(Role.TEACHER);
        CurrentUser principal = filled.person(Role.PRINCIPAL);
        CurrentUser clerk = filled.person(Role.CLERK);
        CurrentUser admin = filled.person(Role.SCHOOL_ADMIN);
        own(calls, "ClassSheets.subject", teacher, () -> office.sheets().subject(filled.schoolClass(1), "TOAN"));
        own(calls, "ClassSheets.homeroom", teacher, () -> office.sheets().homeroom(filled.schoolClass(1)));
        own(calls, "ClassSheets.ownClasses", teacher, office.sheets()::ownClasses);
        all(calls, "RequestBoard.generalOffers", principal, province.requests()::generalOffers);
        own(calls, "ApprovalList.of", principal, () -> office.approval().of(filled.schoolClass(5)));
        own(calls, "SealingList.of", clerk, () -> office.sealing().of(filled.schoolClass(7)));
        own(calls, "ClassBoard.ofOwnSchool", principal, office.classes()::ofOwnSchool);
        own(calls, "FindPupils teacher, name", teacher, () -> office.find().matching("văn an 7"));
        own(calls, "FindPupils principal, name", principal, () -> office.find().matching("văn an 7"));
        own(calls, "FindPupils clerk, code", clerk, () -> office.find().matching(filled.record(9, 9)));
        own(calls, "RecordPage.of", principal, () -> office.page()
                .of(filled.record(5, 1))
                .recordId());
        own(calls, "FollowList.waiting", admin, () -> office.follow()
                .waiting(filled.firstSchool(), FilledProvince.YEAR));
        own(calls, "OpenSchoolYear.readiness", admin, () -> office.openYear()
                .readiness(filled.firstSchool(), FilledProvince.YEAR));
        own(calls, "SchoolPeople.staff", admin, () -> office.people().staff(filled.firstSchool()));
        own(calls, "SchoolPeople.withoutPersonalId", admin, () -> office.people()
                .withoutPersonalId(filled.firstSchool()));
        own(calls, "SchoolCertificates.ofOwnSchool", admin, office.certificates()::ofOwnSchool);
        own(calls, "CertificateApprovals.waiting", admin, office.approvals()::waiting);
        own(calls, "DutyBoard.of", admin, () -> office.duties().of(filled.firstSchool(), FilledProvince.YEAR));
        String anyClass = jdbc.sql("select min(id) from school_class where school_id = ?")
                .param(filled.firstSchool())
                .query(String.class)
                .single();
        own(calls, "KeepRegister.of", admin, () -> office.register().of(anyClass));
        own(calls, "RoleProposals.of", admin, () -> office.roles().of(filled.firstSchool()));
        own(calls, "Submissions.ofYear", clerk, () -> office.submissions().ofYear(FilledProvince.YEAR));
        own(calls, "Submissions.late", clerk, () -> office.submissions().late(FilledProvince.YEAR));
        own(calls, "Incidents.recordsByClass", clerk, province.incidents()::recordsByClass);
        own(calls, "Incidents.ofJurisdiction clerk", clerk, province.incidents()::ofJurisdiction);
    }

    private void province(FilledProvince filled, List<Call> calls) {
        CurrentUser officer = filled.officer();
        int year = FilledProvince.YEAR;
        all(calls, "shell PROVINCE", officer, () -> shell(officer));
        all(calls, "IntakeBoard.schoolYears", officer, province.intake()::schoolYears);
        all(calls, "IntakeBoard.schools", officer, () -> province.intake().schools(year, "", 0, 50));
        all(calls, "IntakeBoard.classes", officer, () -> province.intake().classes(year, "TH00001"));
        for (IntakeBoard.Filter filter : List.of(
                new IntakeBoard.Filter(year, null, null, null),
                new IntakeBoard.Filter(year, null, null, IntakeBoard.Outcome.REJECTED),
                new IntakeBoard.Filter(year, "TH00001", null, null),
                new IntakeBoard.Filter(year, "TH00001", "1A", IntakeBoard.Outcome.ACCEPTED))) {
            String of = (filter.schoolCode() == null ? "" : " of a school")
                    + (filter.className() == null ? "" : " and class")
                    + (filter.outcome() == null ? "" : ", " + filter.outcome());
            all(calls, "IntakeBoard.answers" + of, officer, () -> province.intake()
                    .answers(filter, null, 50));
            all(calls, "IntakeBoard.count" + of, officer, () -> province.intake()
                    .count(filter));
        }
        all(calls, "CutOffBoard.schoolYears", officer, province.cutOffs()::schoolYears);
        all(calls, "CutOffBoard.waves", officer, () -> province.cutOffs().waves(year));
        all(calls, "CutOffBoard.schools", officer, () -> province.cutOffs().schools(year - 1, Wave.FIRST));
        own(calls, "CutOffBoard.pupils", officer, () -> province.cutOffs()
                .pupils(year - 1, Wave.FIRST, filled.firstSchool()));
        all(calls, "WindowBoard.of", officer, () -> province.windows().of(year));
        all(calls, "ReportBoard.waves", officer, () -> province.reports().waves(year));
        all(calls, "ReceiptBoard.of", officer, () -> province.receipts().of(year));
        all(calls, "SupplementaryReports.of", officer, () -> province.supplementary()
                .of(year));
        all(calls, "CalendarHistory.schoolYears", officer, () -> province.calendar()
                .schoolYears(officer.unitId()));
        all(calls, "Incidents.ofJurisdiction", officer, province.incidents()::ofJurisdiction);
        all(calls, "RequestBoard.lists PROVINCE", officer, province.requests()::lists);
        all(calls, "RequestBoard.overdue PROVINCE", officer, province.requests()::overdue);
        all(calls, "OverdueBelow.late", filled.supervisor(), province.overdue()::late);
        own(calls, "RequestBoard.waiting PROVINCE", officer, province.requests()::waiting);
        own(calls, "SystemIncidents.ofProvince", officer, province.system()::ofProvince);
        own(calls, "SystemIncidents.waiting", officer, province.system()::waiting);
        for (CurrentUser above : List.of(officer, filled.supervisor())) {
            all(calls, "TransferBoard.overdue " + above.roles(), above, province.transfers()::overdue);
            all(calls, "TransferBoard.unconfirmed " + above.roles(), above, province.transfers()::unconfirmed);
        }
        progress(filled, calls);
        all(calls, "Originals.ofCode", officer, () -> province.originals()
                .ofCode(String.format("%32s", filled.record(1, 1)).replace(' ', '0')));
    }

    private void progress(FilledProvince filled, List<Call> calls) {
        ProgressBoard board = province.progress();
        for (CurrentUser who : List.of(filled.officer(), filled.supervisor())) {
            String of = " " + who.roles();
            all(calls, "ProgressBoard.schools" + of, who, () -> board.schools(Ask.first(null, 50)));
            all(
                    calls,
                    "ProgressBoard.schools, most late first" + of,
                    who,
                    () -> board.schools(new Ask(null, "", Order.LATE, true, 0, 50)));
            all(calls, "ProgressBoard.schools, one changed" + of, who, () -> {
                transaction.executeWithoutResult(status -> counts.changed(filled.firstSchool()));
                return board.schools(Ask.first(null, 50));
            });
            own(calls, "ProgressBoard.school" + of, who, () -> board.school(filled.firstSchool(), null));
        }
        CurrentUser principal = filled.person(Role.PRINCIPAL);
        own(calls, "ProgressBoard.school PRINCIPAL", principal, () -> board.school(filled.firstSchool(), null));
    }

    private Object shell(CurrentUser who) {
        ShellContext context = shell.getObject();
        return List.of(context.unitName(who), context.schoolYear(who));
    }

    private void own(List<Call> calls, String name, CurrentUser who, Supplier<Object> work) {
        calls.add(new Call(name, true, () -> session.as(who, work)));
    }

    private void all(List<Call> calls, String name, CurrentUser who, Supplier<Object> work) {
        calls.add(new Call(name, false, () -> session.as(who, work)));
    }
}
