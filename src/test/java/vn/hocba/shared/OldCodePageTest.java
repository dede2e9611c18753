package vn.hocba.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OldCodePageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vµng T\u00adêng Vi",
                "D\u00ad¬ng Thiªn ©n",
                "NguyÔn Quang Huy",
                "TrÇn ThÞ Hoa",
                "Lª V¨n TuÊn",
                "Nguyeãn Vaên Tuaán",
                "Traàn Thò Hoa",
                "Leâ Hoaøng Nam",
                "Ñaëng Vaên Ñöùc",
                "Hoµn thµnh tèt",
                "Nguyá»…n VÄƒn An",
                "Tráº§n Thá»‹ Lan",
                "ChÄƒm ngoan",
                "Vui tÆ°Æ¡i"
            })
    void namesAndCommentsInTcvn3AndVniAreRecognised(String text) {
        assertThat(OldCodePage.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Văn Tuấn",
                "Lê Hoàng Nam",
                "Hà Nam",
                "Trần Thị Hoa",
                "Hoà",
                "H'Hen Niê",
                "Ksor Ơ\u0306m",
                "Raphaël",
                "Zoë Müller",
                "Muñoz García",
                "Ñusta",
                "Kim Min-jun",
                "hoàn\u00adthành tốt",
                "Giỏi «Toán» và «Tiếng Việt»",
                "Toán: «khá»",
                "«Khá»… «Khá», «Khá»!",
                "Đạt 5½ điểm",
                "#1 trong lớp",
                ""
            })
    void namesOfEveryPeopleAndSoundTextAreNot(String text) {
        assertThat(OldCodePage.isIn(text)).isFalse();
    }
}
