package vn.hocba.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.assessment.Contents;
import vn.hocba.fixture.PartCells;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;

@ReleasedRecordsTest
class SaidExemptTest {

    @Autowired
    ReleasedRecords world;

    @Autowired
    SaidExempt saidExempt;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whomTheWorkbooksSayToBeExemptTheHeadExemptsSoThatTheirSubjectsCanBeFinished() {
        School school = world.school();
        String record = world.commenting(school, "Lò Thị Mai");
        String other = world.commenting(school, "Vàng A Páo");
        PartCells.put(jdbc, record, "GDTC", Map.of("level", "M"));
        PartCells.put(jdbc, record, "AN", Map.of("level", "M"));
        Map<String, String> untouched = PartCells.of(jdbc, other, "GDTC");

        assertThat(saidExempt.decide(school.unit().id(), yearOf(record), school.principal()))
                .isEmpty();

        assertThat(PartCells.of(jdbc, record, "GDTC").get(Contents.EXEMPT_GROUND))
                .startsWith("lý do sức khỏe");
        assertThat(PartCells.of(jdbc, record, "AN").get(Contents.EXEMPT_GROUND)).startsWith("khuyết tật");
        assertThat(PartCells.of(jdbc, other, "GDTC")).isEqualTo(untouched);
    }

    private int yearOf(String record) {
        return jdbc.sql("select school_year from year_record where id = ?")
                .param(record)
                .query(Integer.class)
                .single();
    }
}
