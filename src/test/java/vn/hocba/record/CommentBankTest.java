package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.fixture.Worlds;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;

@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class CommentBankTest {

    @Autowired
    ClassFixture fixture;

    @Autowired
    CommentBank bank;

    @Autowired
    Session session;

    @Autowired
    SchoolDirectory directory;

    private Opened opened;

    @BeforeEach
    void aClass() {
        opened = fixture.open(1, 0);
    }

    private ClassInfo info() {
        return directory.classById(opened.classId());
    }

    private List<String> fitting(CurrentUser user, String part, String level) {
        return session.as(user, () -> bank.fitting(info(), part, level));
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "H", "C"})
    void eachLevelHasSharedSentencesOfItsOwn(String level) {
        CurrentUser teacher = opened.homeroom();

        assertThat(fitting(teacher, "TOAN", level)).hasSizeGreaterThanOrEqualTo(6);
        assertThat(fitting(teacher, EnterMarks.HOMEROOM, level))
                .hasSizeGreaterThanOrEqualTo(6)
                .doesNotContainAnyElementsOf(fitting(teacher, "TOAN", level));
        assertThat(fitting(teacher, "TOAN", null)).containsAll(fitting(teacher, "TOAN", level));
    }

    @Test
    void anOwnSentenceComesFirstForItsSubjectAndLevelAndForNobodyElse() {
        session.run(opened.homeroom(), () -> bank.add(info(), "TOAN", "T", "  Tính nhẩm nhanh.  "));

        assertThat(fitting(opened.homeroom(), "TOAN", "T")).startsWith("Tính nhẩm nhanh.");
        assertThat(fitting(opened.homeroom(), "TOAN", "H")).doesNotContain("Tính nhẩm nhanh.");
        assertThat(fitting(opened.homeroom(), "TV", "T")).doesNotContain("Tính nhẩm nhanh.");
        assertThat(fitting(opened.specialist(), "TOAN", "T")).doesNotContain("Tính nhẩm nhanh.");
    }

    @Test
    void onlyTheOwnerRemovesASentence() {
        session.run(opened.homeroom(), () -> bank.add(info(), "TOAN", "T", "Tính nhẩm nhanh."));
        String id = session.as(opened.homeroom(), () -> bank.own("TOAN")).get(0).id();

        session.run(opened.specialist(), () -> bank.remove(id));
        assertThat(session.as(opened.homeroom(), () -> bank.own("TOAN"))).hasSize(1);

        session.run(opened.homeroom(), () -> bank.remove(id));
        assertThat(session.as(opened.homeroom(), () -> bank.own("TOAN"))).isEmpty();
    }

    @Test
    void anEmptySentenceOneThatCannotBePrintedAndOneWithoutLevelAreRefused() {
        CurrentUser teacher = opened.homeroom();

        assertThatThrownBy(() -> session.run(teacher, () -> bank.add(info(), "TOAN", "T", " ")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("từ 1 đến 500");
        assertThatThrownBy(() -> session.run(teacher, () -> bank.add(info(), "TOAN", "T", "Tốt 😀")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("«😀»");
        assertThatThrownBy(() -> session.run(teacher, () -> bank.add(info(), "TOAN", "T", "NguyÔn V¨n An häc tèt")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("TCVN3");
        assertThatThrownBy(() -> session.run(teacher, () -> bank.add(info(), "TOAN", "X", "Tốt.")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Hãy chọn mức (T, H, C) mà");
    }
}
