package vn.hocba.toy;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import vn.hocba.assessment.Curriculum;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.RegulationTable;
import vn.hocba.assessment.ToyRegulation;
import vn.hocba.shared.PolicyTable;

/** Everything that the application is told of the second regulation: that there is one, where it holds, and the names of its subjects. */
@TestConfiguration(proxyBeanMethods = false)
public class ToyPolicy {

    private static final String SUBJECT = "level;code;name;taught;tested;optional;form;first-year;last-year;province\n";

    @Bean
    Regulation toyRegulation() {
        return new ToyRegulation();
    }

    @Bean
    PolicyTable.Row whereItHolds() {
        return row(
                RegulationTable.FILE,
                "level;first-year;last-year;province;regulation;table;version\nLOWER_SECONDARY;2026;;;TOY-1;toy;1");
    }

    @Bean
    PolicyTable.Row van() {
        return row(Curriculum.SUBJECTS, SUBJECT + "LOWER_SECONDARY;VAN;Ngữ văn;6-9;;;;;;");
    }

    @Bean
    PolicyTable.Row so() {
        return row(Curriculum.SUBJECTS, SUBJECT + "LOWER_SECONDARY;SO;Số học;6-9;;;;;;");
    }

    @Bean
    PolicyTable.Row nhac() {
        return row(Curriculum.SUBJECTS, SUBJECT + "LOWER_SECONDARY;NHAC;Âm nhạc;6-9;;;;;;");
    }

    private static PolicyTable.Row row(String file, String text) {
        return PolicyTable.parse(file, text).get(0);
    }
}
