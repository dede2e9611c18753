package vn.hocba.signing;

import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.document.PacketFormat;
import vn.hocba.document.SampleSnapshots;
import vn.hocba.document.ToySnapshots;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.shared.Ids;
import vn.hocba.signing.PacketVerification.Expected;
import vn.hocba.signing.session.Entered;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.signing.session.SigningSession;

/** Makes schools whose people have certificates, and packets that they sign. */
final class SigningWorld {

    static final String PIN = "246810";
    static final Slot ROW_OF_VAN = new Slot(SlotKind.GVBM, "mon-van");
    static final Slot ROW_OF_SO = new Slot(SlotKind.GVBM, "mon-so");

    private static int counter;

    private final JdbcClient jdbc;
    private final Session session;
    private final SandboxAuthority authority;
    private final PacketSigning signing;
    private final PacketFormat format;
    private final SigningSessions sessions;

    SigningWorld(
            JdbcClient jdbc,
            Session session,
            SandboxAuthority authority,
            SigningSessions sessions,
            PacketSigning signing,
            PacketFormat format) {
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.session = session;
        this.authority = authority;
        this.signing = signing;
        this.format = format;
    }

    record Person(String id, String name, String cccd, CurrentUser user) {}

    /** A school with one of each; teachers of the toy's rows mon-van and mon-so are homeroom and other. */
    record School(
            String id, String taxCode, Person homeroom, Person other, Person principal, Person clerk, Person admin) {

        Expected expected() {
            return new Expected(
                    Map.of("mon-van", homeroom.cccd(), "mon-so", other.cccd()),
                    Set.of(homeroom.cccd()),
                    Set.of(principal.cccd()),
                    taxCode);
        }
    }

    School school() {
        String id = Ids.next();
        int number = ++counter;
        String taxCode = String.format("03%08d", number);
        jdbc.sql("insert into org_unit (id, row_version, code, kind, name, path, level, tax_code, valid_from)"
                        + " values (?, 0, ?, 'SCHOOL', 'Trường Tiểu học Hòa Bình', ?, 'PRIMARY', ?, date '2020-01-01')")
                .params(id, "T" + number, "/79/X/T" + number + "/", taxCode)
                .update();
        School school = new School(
                id,
                taxCode,
                person(id, "Nguyễn Thị Hoa", Role.TEACHER),
                person(id, "Y Bhăm Êban", Role.TEACHER),
                person(id, "Lê Văn H'Lâm", Role.PRINCIPAL),
                person(id, "Trần Thị Ánh", Role.CLERK),
                person(id, "Quản trị", Role.SCHOOL_ADMIN));
        session.run(school.admin().user(), () -> {
            for (Person person : new Person[] {school.homeroom(), school.other(), school.principal()}) {
                issue(person);
            }
            authority.issueSeal(id, "Trường Tiểu học Hòa Bình", taxCode, PIN.toCharArray());
        });
        return school;
    }

    CertificateView issue(Person person) {
        return authority.issuePersonal(
                person.id(), person.name(), person.cccd(), "Trường Tiểu học Hòa Bình", PIN.toCharArray());
    }

    Person person(String schoolId, String name, Role role) {
        String id = Ids.next();
        String cccd = String.format("079%09d", ++counter);
        jdbc.sql("insert into staff (id, row_version, school_id, moet_code, full_name, personal_id, working)"
                        + " values (?, 0, ?, ?, ?, ?, true)")
                .params(id, schoolId, "S" + counter, name, cccd)
                .update();
        CurrentUser user =
                new CurrentUser(Ids.next(), "u" + counter, name, "Giáo viên", Set.of(role), id, schoolId, "/79/X/T/");
        return new Person(id, name, cccd, user);
    }

    static Entered pin() {
        return Entered.pin(PIN.toCharArray());
    }

    SigningSession personal(Person person) {
        return session.as(person.user(), () -> sessions.open(KeyHolder.person(person.id()), pin()));
    }

    SigningSession seal(School school) {
        return session.as(school.clerk().user(), () -> sessions.open(KeyHolder.unit(school.id()), pin()));
    }

    byte[] draft(School school) {
        return format.packet(snapshot(school));
    }

    RecordSnapshot snapshot(School school) {
        return SampleSnapshots.of("Lò Thị Mai 🌻").taxCode(school.taxCode()).build();
    }

    byte[] homeroomSigned(School school) {
        return sign(draft(school), Slot.HOMEROOM, school.homeroom());
    }

    byte[] principalSigned(School school) {
        return sign(homeroomSigned(school), Slot.PRINCIPAL, school.principal());
    }

    byte[] released(School school) {
        return seal(principalSigned(school), school);
    }

    /** By the toy regulation, with both subject teachers' signatures. */
    byte[] releasedWithRows(School school) {
        byte[] packet = sign(toyDraft(school), ROW_OF_SO, school.other());
        packet = sign(packet, ROW_OF_VAN, school.homeroom());
        packet = sign(packet, Slot.HOMEROOM, school.homeroom());
        packet = sign(packet, Slot.PRINCIPAL, school.principal());
        return seal(packet, school);
    }

    byte[] toyDraft(School school) {
        return format.packet(ToySnapshots.of("Giàng A Sử", school.taxCode()));
    }

    byte[] sign(byte[] packet, Slot slot, Person person) {
        try (SigningSession key = personal(person)) {
            return signing.sign(packet, slot, key).packet();
        }
    }

    byte[] seal(byte[] packet, School school) {
        try (SigningSession key = seal(school)) {
            return signing.sign(packet, Slot.SEAL, key).packet();
        }
    }
}
