package vn.hocba.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import vn.hocba.calendar.Milestone;
import vn.hocba.calendar.Wave;
import vn.hocba.fixture.PartCells;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.record.RecordPart;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Evidence;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.shared.Ids;
import vn.hocba.shared.RecordId;
import vn.hocba.shared.StaffId;
import vn.hocba.shared.UtcTimes;
import vn.hocba.signing.SignedPacket;
import vn.hocba.signing.Slot;
import vn.hocba.signing.session.Entered;
import vn.hocba.submission.VersionAccepted;
import vn.hocba.workflow.CountsCheck;
import vn.hocba.workflow.Step;

/**
 * Everything that can happen to one record, on the real engine and through the real use cases and screens' offers; only the cryptography and the way to the
 * province are left out: who signs is written down, the packet stays as it is, and a supplement waits for its signatures. The caller keeps the transaction.
 */
class OneLife {

    private static final String WHY = "Lý do đủ dài cho mọi biểu mẫu";
    private static final String HOMEROOM = "chủ nhiệm";
    /** Waits, ends and lets go as inclusion does, which is played; it changes what stands in a subject, not where the record stands. */
    private static final String EXEMPTION = "exemption.";

    private static final Set<String> ENDS = Set.of("FROZEN", "RETRACTED", "LEFT");
    private static final List<String> NONE = List.of();
    private static final String NOBODY = "nobody teaches";
    private static final List<String> PEOPLE = List.of(HOMEROOM, "hiệu trưởng", "văn thư", "Sở", "lãnh đạo Sở");
    private static final List<String> SCHOOL = List.of("GVCN", "CBQL", "KY_PHAT_HANH");

    private final World world;
    private final School school;
    private final String record;
    private final Teachers teachers;
    private final Waits waits;
    private final Set<String> looked = new HashSet<>();
    private final Map<String, CurrentUser> offices = new LinkedHashMap<>();

    OneLife(World world, School school, Teachers teachers, String record) {
        this.world = world;
        this.school = school;
        this.record = record;
        this.teachers = teachers;
        this.waits = new Waits(world, school, record);
        offices.put("hiệu trưởng", school.principal());
        offices.put("văn thư", school.clerk());
        offices.put("Sở", school.official());
        offices.put("lãnh đạo Sở", leader(school));
    }

    /** Another one than whoever examines: nobody decides on the own proposal. */
    private static CurrentUser leader(School school) {
        return new CurrentUser(
                "lanhdao",
                "lanhdao",
                "Đỗ Minh Tâm",
                "Phó giám đốc",
                Set.of(Role.PROVINCE, Role.PROVINCE_LEADER),
                null,
                school.province().id(),
                school.province().path());
    }

    /**
     * Something that can happen now.
     *
     * @param what the same for two that lead to one place: whoever asks for something, what comes of it is the same, except where two have to decide
     */
    record Move(String name, String what, boolean byTeacher, Runnable happens) {

        private Move(String name, Runnable happens) {
            this(name, false, happens);
        }

        private Move(String name, boolean byTeacher, Runnable happens) {
            this(name, name, byTeacher, happens);
        }
    }

    /** Where everything about the record stands, as far as it decides what can happen next. */
    String place() {
        return String.join(
                " | ",
                wave(),
                teachers.homeroom(record).isPresent() ? "taught" : NOBODY,
                state(),
                "open " + world.life().open(record),
                "versions " + liveVersions(),
                "province " + registered(),
                "completed " + one("select coalesce(programme_completed, false) from year_record where id = ?"),
                "promoted " + one("select coalesce(cast(promoted as varchar), '-') from year_record where id = ?"),
                "failed "
                        + one(
                                "select count(*) from record_part where cells like '%\"level\":\"C\"%' and year_record_id = ?"),
                "summer " + one("select supplementary_assessment from year_record where id = ?"),
                "requests " + requests(),
                "signed " + signed());
    }

    /** Whether the year is over for the record, and nobody waits for anything. */
    boolean isOver() {
        return ENDS.contains(state()) && requests().isEmpty();
    }

    /** What must hold wherever the record stands. */
    void check() {
        RecordState state = RecordState.valueOf(state());
        List<String> expected =
                switch (state) {
                    case COMMENTING, HOMEROOM -> NONE;
                    case PRINCIPAL -> SCHOOL.subList(0, 1);
                    case SEALING -> SCHOOL.subList(0, 2);
                    case RELEASED, SUBMITTED, ACCEPTED, FROZEN, RETRACTED -> SCHOOL;
                    case LEFT -> signed();
                };
        assertThat(signed()).as("signatures in their order at " + state).isEqualTo(expected);
        boolean somebodyWorks = state.compareTo(RecordState.SUBMITTED) < 0;
        assertThat(world.life().open(record).isEmpty())
                .as("work waits for a person exactly where a person acts, at " + state)
                .isNotEqualTo(somebodyWorks);
        assertThat(liveVersions().stream().distinct().toList())
                .as("one version of each kind")
                .isEqualTo(liveVersions());
        if (liveVersions().contains("IN_FORCE")) {
            assertThat(state.isInWork()).as("a replacement is being made").isTrue();
        }
        assertThat(inForceInProvince()).as("versions in force in the province").hasSizeLessThanOrEqualTo(1);
        if (state == RecordState.ACCEPTED) {
            assertThat(inForceInProvince()).containsExactly(version());
        }
        assertThat(world.jdbc()
                        .sql(
                                "select count(*) from record_request where year_record_id = ? and state = 'OPEN' and step is null")
                        .param(record)
                        .query(Integer.class)
                        .single())
                .as("every open request waits somewhere")
                .isZero();
        CountsCheck.asIfCommitted(world.jdbc(), world.records().get(record).schoolId());
        waits.checkEnds();
        if (wave().equals("FIRST")) {
            waits.checkSummer();
        }
    }

    /** What must hold of all that waits, now and, the first time that such requests are open, when each date that is still ahead has passed. */
    void checkWaits() {
        try {
            waits.checkWork();
            waits.checkRequestsUntil(looked.add(wave() + requests()) ? List.of(Milestone.values()) : List.of());
        } catch (RuntimeException | AssertionError wrong) {
            throw new AssertionError("waits at " + place(), wrong);
        }
    }

    /** Lets it happen; fails with what it was and where, when it is not possible or leaves behind what must not be. */
    void happen(String place, Move move) {
        try {
            move.happens().run();
            if (wave().equals("FIRST")) {
                world.life().openSummer(school);
            }
            world.entities().flush();
            world.entities().clear();
            check();
        } catch (RuntimeException | AssertionError wrong) {
            throw new AssertionError("«" + move.name() + "» at " + place, wrong);
        }
    }

    /** What can happen now: work, offers of the screens, answers of the province, and time. */
    List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        work(moves);
        PEOPLE.forEach(name -> offers(moves, name));
        time(moves);
        return moves;
    }

    /** One part of it, chosen by chance: asking all screens costs more than a step. */
    List<Move> someMoves(Random random) {
        List<Move> moves = new ArrayList<>();
        int part = random.nextInt(12);
        if (part < 5) {
            work(moves);
        } else if (part < 10) {
            offers(moves, PEOPLE.get(part - 5));
        } else if (part < 11) {
            time(moves);
        } else {
            moves.addAll(changesOfTeachers());
        }
        return moves;
    }

    /** Who teaches changes: from one to another, from one to nobody, from nobody to one. */
    List<Move> changesOfTeachers() {
        if (isTaught() && !teachers.areBothHere()) {
            return List.of(new Move("giáo viên trở lại trường", () -> teachers.comeBack(record)));
        }
        return isTaught()
                ? List.of(
                        new Move("bàn giao cho giáo viên khác", () -> teachers.handOver(record)),
                        new Move("giáo viên thôi việc", () -> teachers.leave(record)))
                : List.of(new Move("phân công giáo viên", () -> teachers.name(record)));
    }

    boolean isTaught() {
        return teachers.homeroom(record).isPresent();
    }

    /** Whether what waits is a teacher's. */
    boolean waitsForTeacher() {
        return RecordState.valueOf(state()).isOpenForEntry();
    }

    /** A place as it is while nobody teaches. */
    static String untaught(String place) {
        return place.replaceFirst("\\| taught \\|", "| " + NOBODY + " |");
    }

    private Optional<CurrentUser> person(String name) {
        return name.equals(HOMEROOM) ? teachers.homeroom(record) : Optional.of(offices.get(name));
    }

    private void offers(List<Move> moves, String name) {
        person(name).ifPresent(person -> offers(moves, name, person));
    }

    private void offers(List<Move> moves, String name, CurrentUser person) {
        offers(moves, name, person, record, world.session().as(person, () -> world.board()
                .offers(record)));
        for (String request : openRequests()) {
            if (mayRead(person, request)) {
                offers(
                        moves,
                        name,
                        person,
                        request,
                        world.session()
                                .as(person, () -> world.board().page(request))
                                .offers());
            }
        }
    }

    private void time(List<Move> moves) {
        switch (wave()) {
            case "" -> moves.add(new Move("chốt đợt 1", () -> cutOff(Wave.FIRST)));
            case "FIRST" -> moves.add(new Move("chốt đợt 2", () -> cutOff(Wave.SECOND)));
            default -> moves.add(new Move("đợt nhận bổ sung", () -> world.life().extraWindow(school)));
        }
        for (String request : openRequests()) {
            for (String timer : world.life().timers(request)) {
                moves.add(new Move(timer, () -> world.life().fire(request, timer)));
            }
        }
        if (state().equals("ACCEPTED") && registered().contains("FROZEN")) {
            moves.add(new Move(
                    "trường biết đã chốt", () -> as(null, r -> world.processes().freeze(List.of(r)))));
        }
    }

    private void cutOff(Wave wave) {
        world.clock()
                .set(world.calendar()
                        .of(school.province().id(), ReleasedRecords.YEAR)
                        .cutOff(wave));
        world.life().cutOff(school, wave);
    }

    private void work(List<Move> moves) {
        switch (RecordState.valueOf(state())) {
            case COMMENTING -> {
                if (!isTaught()) {
                    return;
                }
                moves.add(new Move("hoàn tất, Toán đạt", true, () -> finish("H", 8)));
                moves.add(new Move("hoàn tất, Toán chưa đạt", true, () -> finish("C", 3)));
            }
            case HOMEROOM -> {
                if (!isTaught()) {
                    return;
                }
                if (world.life().lacks(record).isEmpty()) {
                    moves.add(new Move("chủ nhiệm ký", true, () -> sign(Step.HOMEROOM, Slot.HOMEROOM, leader())));
                }
                moves.add(back(Step.HOMEROOM, Step.COMMENTS, leader()));
            }
            case PRINCIPAL -> {
                moves.add(new Move("hiệu trưởng ký", () -> sign(Step.PRINCIPAL, Slot.PRINCIPAL, school.principal())));
                moves.add(back(Step.PRINCIPAL, Step.HOMEROOM, school.principal()));
                moves.add(back(Step.PRINCIPAL, Step.COMMENTS, school.principal()));
            }
            case SEALING -> {
                moves.add(new Move("đóng dấu", () -> sign(Step.SEAL, Slot.SEAL, school.clerk())));
                moves.add(back(Step.SEAL, Step.HOMEROOM, school.clerk()));
            }
            case RELEASED -> {
                moves.add(new Move(
                        "nộp", () -> as(school.clerk(), r -> world.processes().complete(r, Step.SUBMIT))));
                moves.add(back(Step.SUBMIT, Step.COMMENTS, school.clerk()));
            }
            case SUBMITTED -> answers(moves);
            case ACCEPTED, FROZEN, RETRACTED, LEFT -> {}
        }
    }

    private void answers(List<Move> moves) {
        if (inForceInProvince().contains(version())) {
            moves.add(new Move(
                    "biên nhận tiếp nhận",
                    () -> as(null, r -> {
                        world.processes().receiptArrived(r, true, null, "BN");
                        world.packets().replaceFormer(record);
                        world.events().publishEvent(new VersionAccepted(record, r.versionNo()));
                    })));
            return;
        }
        if (registered().stream()
                .noneMatch(version -> Set.of("FROZEN", "RETRACTED").contains(version))) {
            moves.add(new Move("Sở tiếp nhận", this::register));
        }
        moves.add(new Move(
                "biên nhận từ chối",
                () -> returned(r -> {
                    world.processes().receiptArrived(r, false, WHY, "BN");
                    voidSignatures(r);
                })));
        moves.add(
                new Move("gói bị từ chối", () -> returned(r -> world.processes().packageBack(r, true, WHY, "Sở"))));
    }

    private void returned(Consumer<YearRecord> otherwise) {
        as(null, r -> {
            if (world.beforeReturn().stream().noneMatch(process -> process.ends(r))) {
                otherwise.accept(r);
            }
        });
    }

    private Move back(Step from, Step to, CurrentUser who) {
        return new Move(
                "trả về " + to,
                from == Step.HOMEROOM,
                () -> as(who, r -> {
                    if (to == Step.COMMENTS) {
                        world.records().setFinished(r, "TOAN", false);
                    }
                    voidSignatures(r);
                    world.processes().sendBack(r, from, to, WHY);
                }));
    }

    private void voidSignatures(YearRecord locked) {
        world.packets().voidCurrent(record);
        world.signatures().voidAll(record, locked.versionNo(), WHY);
    }

    private void finish(String level, int mark) {
        PartCells.put(world.jdbc(), record, "TOAN", Map.of("level", level, "mark", Integer.toString(mark)));
        as(leader(), r -> r.subjects().stream()
                .filter(subject -> !subject.finished())
                .map(RecordPart::code)
                .toList()
                .forEach(subject -> {
                    world.records().setFinished(r, subject, true);
                    world.processes().finishPart(r, Step.COMMENTS, subject);
                }));
    }

    private CurrentUser leader() {
        return teachers.homeroom(record).orElseThrow();
    }

    private void sign(Step step, Slot slot, CurrentUser who) {
        as(who, r -> {
            if (step == Step.HOMEROOM) {
                world.records().fixAssessment(r, world.assessment().of(r));
                world.packets().begin(r, world.format().packet(world.snapshots().of(r)));
            }
            world.signatures()
                    .add(
                            new RecordId(record),
                            r.versionNo(),
                            slot,
                            new StaffId(who.staffId()),
                            who.displayName(),
                            who.title(),
                            new SignedPacket(new byte[0], "chuky", Instant.now(), "00"));
            world.processes().complete(r, step);
        });
    }

    /** What the intake does when a packet passes its checks. */
    private void register() {
        world.jdbc()
                .sql(
                        "update registered_record set state = 'REPLACED' where state in ('ACCEPTED', 'WITHDRAWN') and year_record_id = ?")
                .param(record)
                .update();
        world.jdbc()
                .sql(
                        "insert into registered_record (id, row_version, lookup_code, year_record_id, version_no, school_code, school_name,"
                                + " province_code, school_year, level, grade, class_name, pupil_code, birth_date, state, packet, packet_hash, signers,"
                                + " received_at, programme_completed) select ?, 0, r.id, r.id, r.version_no, ?, 'Trường', ?, r.school_year, 'PRIMARY',"
                                + " r.grade, '1A', 'H', date '2020-09-05', 'ACCEPTED', ?, r.id, '[]', ?, coalesce(r.programme_completed, false)"
                                + " from year_record r where r.id = ?")
                .params(
                        Ids.next(),
                        school.unit().code(),
                        school.province().code(),
                        world.packets().current(record),
                        UtcTimes.bind(Instant.now()),
                        record)
                .update();
    }

    private void offers(List<Move> moves, String name, CurrentUser person, String target, List<Offer> offers) {
        for (Offer offer : offers) {
            if (offer.isPossible()
                    && offer.kind() != Offer.Kind.SIGNING
                    && !offer.name().startsWith(EXEMPTION)) {
                inputs(offer.name())
                        .forEach((variant, input) -> moves.add(new Move(
                                name + ": " + offer.name() + variant,
                                (offer.name().startsWith("retraction") ? name : "") + offer.name() + variant + target,
                                name.equals(HOMEROOM),
                                () -> world.session()
                                        .run(person, () -> world.board().take(offer.name(), target, input)))));
            }
        }
    }

    /** By a plan of the pupil's own, and back. */
    private String otherAssessment() {
        return one("select assessed_by from year_record where id = ?").equals("PLAN") ? "REGULATION" : "PLAN";
    }

    private Map<String, Input> inputs(String offer) {
        return switch (offer) {
            case "correction.ask" ->
                Map.of(
                        " Toán", Input.of(Map.of("parts", Set.of("TOAN"), "reason", WHY)),
                        " chủ nhiệm", Input.of(Map.of("parts", Set.of("HOMEROOM"), "reason", WHY)));
            case "supplement.ask" ->
                Map.of(
                        "",
                        new Input(
                                Map.of(
                                        "ground", "CIVIL_STATUS",
                                        "field", "HO_VA_TEN",
                                        "right", "Lò Thị Mài",
                                        "reason", WHY),
                                List.of(new Evidence("trich-luc.pdf", new byte[] {1})),
                                Entered.nothing()));
            case "retraction.order", "retraction.decree", "supplement.approve" ->
                Map.of("", Input.of(Map.of("number", "1/QĐ", "day", LocalDate.of(2026, 1, 2), "reason", WHY)));
            case "transfer.ask-out" ->
                Map.of(
                        "",
                        new Input(
                                Map.of(
                                        "school", "Trường xa",
                                        "province", "Sở xa",
                                        "number", "1/TN",
                                        "day", LocalDate.of(2026, 1, 2),
                                        "reason", WHY),
                                List.of(new Evidence("tiep-nhan.pdf", new byte[] {1})),
                                Entered.nothing()));
            case "transfer.release" ->
                Map.of(
                        "",
                        new Input(Map.of("day", today()), List.of(), Entered.pin(ReleasedRecords.PIN.toCharArray())));
            case "transfer.receipt" -> Map.of("", Input.of(Map.of("number", "1/BN", "day", today(), "reason", WHY)));
            case "pupils.leave" ->
                Map.of(
                        " thôi học", Input.of(Map.of("status", "QUIT", "day", today())),
                        " từ trần", Input.of(Map.of("status", "DECEASED", "day", today())));
            case "pupils.grade" -> Map.of("", Input.of(Map.of("grade", "3", "number", "1/QĐ", "day", today())));
            case "inclusion.ask" ->
                Map.of(
                        "",
                        Input.of(Map.of(
                                "by",
                                otherAssessment(),
                                "number",
                                "1/KH",
                                "day",
                                LocalDate.of(2026, 1, 2),
                                "reason",
                                WHY)));
            case "pupils.arrival" -> Map.of("", Input.of(Map.of("school", "Trường xa", "day", today())));
            case "pupils.register" -> Map.of("", Input.of(Map.of("number", "DB-1", "day", today())));
            case "pupils.study" -> Map.of("", Input.of(Map.of("year", "2024", "school", "Trường xa")));
            case "pupils.return", "pupils.mistaken" ->
                Map.of("", Input.of(Map.of("class", school.classId(), "day", today())));
            case "pupils.change-class" ->
                Map.of("", Input.of(Map.of("class", otherClass(), "day", today(), "reason", WHY)));
            default -> Map.of("", Input.of(Map.of("reason", WHY)));
        };
    }

    private LocalDate today() {
        return LocalDate.now(world.clock());
    }

    private String otherClass() {
        return world.jdbc()
                .sql("select c.id from school_class c where c.school_id = ? and c.id <> ?")
                .params(school.unit().id(), world.records().get(record).classId())
                .query(String.class)
                .single();
    }

    private boolean mayRead(CurrentUser person, String request) {
        return offices.containsValue(person)
                || "1"
                        .equals(world.jdbc()
                                .sql("select count(*) from record_request where id = ? and asked_by = ?")
                                .params(request, person.username())
                                .query(String.class)
                                .single());
    }

    private void as(CurrentUser who, Consumer<YearRecord> action) {
        Runnable act = () -> action.accept(world.records().lock(record));
        if (who == null) {
            act.run();
        } else {
            world.session().run(who, act);
        }
    }

    /** What waits for whom, as far as it is a teacher's. */
    String waiting() {
        return state() + " " + world.life().open(record) + " " + requests()
                + one("select supplementary_assessment from year_record where id = ?");
    }

    private String state() {
        return world.life().state(record);
    }

    private int version() {
        return world.life().version(record);
    }

    private List<String> liveVersions() {
        return world.life().versions(record).stream()
                .filter(Set.of("CURRENT", "IN_FORCE")::contains)
                .sorted()
                .toList();
    }

    /** States of the versions that decide anything: in force, final, or taken back. */
    private List<String> registered() {
        return world.life().registered(record).stream()
                .filter(version -> !version.equals("REPLACED"))
                .toList();
    }

    private List<Integer> inForceInProvince() {
        return world.jdbc()
                .sql(
                        "select version_no from registered_record where year_record_id = ? and state in ('ACCEPTED', 'FROZEN', 'REPORTED')")
                .param(record)
                .query(Integer.class)
                .list();
    }

    private List<String> openRequests() {
        return world.jdbc()
                .sql("select id from record_request where year_record_id = ? and state = 'OPEN' order by id")
                .param(record)
                .query(String.class)
                .list();
    }

    private List<String> requests() {
        return world.jdbc()
                .sql(
                        "select concat(kind, ' ', step, case when kind <> 'RETRACTION' then '' else concat(case when asked_by = ? then ' own' else '' end,"
                                + " case when details like '%AGAIN%' then ' anew' else '' end) end)"
                                + " from record_request where year_record_id = ? and state = 'OPEN' order by 1")
                .params(school.principal().username(), record)
                .query(String.class)
                .list();
    }

    private List<String> signed() {
        return world.jdbc()
                .sql(
                        "select s.slot from record_signature s join year_record r on r.id = s.year_record_id and r.version_no = s.version_no"
                                + " where r.id = ? and s.voided_at is null order by s.signed_at, s.id")
                .param(record)
                .query(String.class)
                .list();
    }

    /** The last wave that was cut off; empty before the first. */
    private String wave() {
        return world.jdbc()
                .sql("select max(wave) from cut_off where province_id = ?")
                .param(school.province().id())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private String one(String sql) {
        return world.jdbc().sql(sql).param(record).query(String.class).single();
    }
}
