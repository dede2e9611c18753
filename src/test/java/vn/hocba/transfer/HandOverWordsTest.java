package vn.hocba.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocba.document.HandOver;
import vn.hocba.document.SnapshotBuilder;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Study;
import vn.hocba.shared.Refused;

class HandOverWordsTest {

    private static final String PROGRESS = "Toán: hết tuần 12.\nTiếng Việt: hết tuần 11.";

    @Test
    void theWordsOfAGoodHandOverAreTaken() {
        assertThatCode(() -> demand(SnapshotBuilder.aRecord().build(), "Trường Tiểu học Rạng Đông", PROGRESS))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lò Thị \u202eiaM",
                "Lò\u0007 Mai",
                "Lò Thị\u200b Mai",
                "Lß ThÞ Mai",
                "Lò 美",
                "Lò\nMai",
                "Lò \ue000"
            })
    void aNameWithLettersThatNobodySeesOrThatTheFormLacksIsRefused(String name) {
        assertRefused(SnapshotBuilder.aRecord().pupilNamed(name).build(), "Trường Tiểu học Rạng Đông");
    }

    @Test
    void soIsTheNameOfASchoolWhereThePupilHasStudied() {
        assertRefused(SnapshotBuilder.aRecord().build(), "Trường \u2066Tiểu học");
    }

    @Test
    void soIsWhatIsSaidOfTheProgramme() {
        RecordSnapshot latest = SnapshotBuilder.aRecord().build();

        assertThatThrownBy(() -> demand(latest, "Trường Tiểu học Rạng Đông", "Toán\u202e: hết tuần 12"))
                .isInstanceOf(Refused.class);
    }

    private static void assertRefused(RecordSnapshot latest, String formerSchool) {
        assertThatThrownBy(() -> demand(latest, formerSchool, PROGRESS))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("transfer.file.words"));
    }

    private static void demand(RecordSnapshot latest, String formerSchool, String progress) {
        HandOver file = new HandOver(
                HandOver.CURRENT,
                "1",
                LocalDate.of(2026, 11, 2),
                latest.lookupCode(),
                latest.issuer(),
                new HandOver.Receiver("Trường Tiểu học Hòa Bình", "Thành phố Cần Thơ"),
                true,
                progress,
                latest,
                List.of());
        HandOverWords.demand(
                file, latest, List.of(new Study(2025, "3A", formerSchool, "12/2025", LocalDate.of(2025, 9, 1))));
    }
}
