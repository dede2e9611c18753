package vn.hocba.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.OfficeTest;
import vn.hocba.oversight.SchoolSnapshots.Snapshot;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.school.Units;
import vn.hocba.shared.Ids;
import vn.hocba.shared.SchoolLevel;

@OfficeTest
class SchoolSnapshotsTest {

    private static final int YEAR = 2031;

    @Autowired
    SchoolLines lines;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    private Instant now = Instant.parse("2032-05-20T01:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private SchoolSnapshots snapshots;

    @BeforeEach
    void nobodyHasLookedYet() {
        snapshots = new SchoolSnapshots(lines, clock);
    }

    @Test
    void manySchoolsAreReadOnceForAllWhoLookWithinTenSeconds() {
        Unit province = province(SchoolSnapshots.FEW + 1);
        Snapshot first = look(province);
        assertThat(first.total().studying()).isEqualTo(10 * (SchoolSnapshots.FEW + 1));
        onePupilMore(province);

        now = now.plus(SchoolSnapshots.LASTING);
        assertThat(look(province)).isSameAs(first);

        now = now.plusSeconds(1);
        Snapshot later = look(province);
        assertThat(later.total().studying()).isEqualTo(first.total().studying() + 1);
        assertThat(later.at()).isEqualTo(now);
    }

    @Test
    void fewSchoolsAreReadEachTime() {
        Unit province = province(2);
        look(province);
        onePupilMore(province);

        assertThat(look(province).total().studying()).isEqualTo(21);
    }

    @Test
    void eachJurisdictionSeesItsOwnSchools() {
        Unit one = province(SchoolSnapshots.FEW + 1);
        Unit other = province(SchoolSnapshots.FEW + 2);

        assertThat(look(one).schools()).hasSize(SchoolSnapshots.FEW + 1);
        assertThat(look(other).schools()).hasSize(SchoolSnapshots.FEW + 2);
    }

    @Test
    void ofManyWhoLookAtOnceOneReads() throws Exception {
        Unit province = province(SchoolSnapshots.FEW + 1);
        ExecutorService visitors = Executors.newFixedThreadPool(8);
        try {
            List<Future<Snapshot>> seen = IntStream.range(0, 8)
                    .mapToObj(visitor -> visitors.submit(() -> look(province)))
                    .toList();
            Snapshot first = seen.get(0).get();
            for (Future<Snapshot> other : seen) {
                assertThat(other.get()).isSameAs(first);
            }
        } finally {
            visitors.shutdownNow();
        }
        assertThat(Duration.between(look(province).at(), now)).isZero();
    }

    private Snapshot look(Unit unit) {
        return snapshots.of(unit.id(), unit.path(), YEAR);
    }

    private Unit province(int schools) {
        String code = Ids.next().substring(8, 30);
        Unit province = units.putAsSystem(
                new Units.NewUnit("P" + code, UnitKind.PROVINCE, "Sở GDĐT " + code, null, null, null, null));
        for (int i = 0; i < schools; i++) {
            Unit school = units.putAsSystem(new Units.NewUnit(
                    "S" + i + code,
                    UnitKind.SCHOOL,
                    "Trường Tiểu học số " + i,
                    province.code(),
                    SchoolLevel.PRIMARY,
                    null,
                    "Hà Nội"));
            jdbc.sql("insert into school_size (school_id, school_year, studying) values (?, ?, 10)")
                    .params(school.id(), YEAR)
                    .update();
        }
        return province;
    }

    private void onePupilMore(Unit province) {
        String school = jdbc.sql("select id from org_unit where parent_id = ? order by id limit 1")
                .param(province.id())
                .query(String.class)
                .single();
        jdbc.sql("update school_size set studying = studying + 1 where school_id = ? and school_year = ?")
                .params(school, YEAR)
                .update();
    }
}
