package vn.hocba.life;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.calendar.Calendar;
import vn.hocba.document.PacketFormat;
import vn.hocba.fixture.RecordLife;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Session;
import vn.hocba.record.OverallAssessment;
import vn.hocba.record.PacketStore;
import vn.hocba.record.Snapshots;
import vn.hocba.record.YearRecords;
import vn.hocba.request.RequestBoard;
import vn.hocba.school.ChangeDuties;
import vn.hocba.school.StaffList;
import vn.hocba.signing.MovableClock;
import vn.hocba.signing.RecordSignatures;
import vn.hocba.submission.BeforeReturn;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.RecordProcesses;
import vn.hocba.workflow.WorkNow;

/** The parts that a record's life is made of. */
record World(
        RecordLife life,
        RequestBoard board,
        Session session,
        YearRecords records,
        RecordProcesses processes,
        PacketStore packets,
        PacketFormat format,
        Snapshots snapshots,
        RecordSignatures signatures,
        OverallAssessment assessment,
        List<BeforeReturn> beforeReturn,
        ApplicationEventPublisher events,
        EntityManager entities,
        ChangeDuties duties,
        StaffList staff,
        WorkNow work,
        Inbox inbox,
        Accounts accounts,
        Calendar calendar,
        MovableClock clock,
        JdbcClient jdbc) {}
