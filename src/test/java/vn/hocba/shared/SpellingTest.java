package vn.hocba.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** «Lý do», «xử lý», «ký», «nhật ký» with y; names of subjects as TT 27/2020 prints them: «Địa lí», «Vật lí». */
class SpellingTest {

    private static final int WORDS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern WITH_I = Pattern.compile("\\b(?:(?<!\\b(?:địa|vật)\\s)lí|kí)\\b", WORDS);
    private static final Pattern SUBJECT_WITH_Y = Pattern.compile("\\b(?:địa|vật)\\slý\\b", WORDS);

    /** Words that were used here once, and what the regulations say instead: Điều lệ, TT 27/2020, CV 1396, NĐ 30/2020 Điều 18, Luật Giao dịch điện tử. */
    private static final Map<String, String> SAID_OTHERWISE = Map.ofEntries(
            Map.entry(
                    "đính chính",
                    "chỉnh sửa: contents are changed and replaced; «đính chính» mends a form (NĐ 30/2020 Điều 18.3)"),
            Map.entry("văn bản bổ sung", "phụ lục điều chỉnh: a value is changed, not added"),
            Map.entry("bổ sung sau khi chốt", "điều chỉnh sau khi chốt"),
            Map.entry("trích sao", "bảng tổng hợp kết quả đánh giá"),
            Map.entry("(?<!chuyển )trường đi\\b", "trường nơi chuyển đi"),
            Map.entry("(?<!chuyển )trường đến\\b(?! hạn| khi)", "trường nơi chuyển đến"),
            Map.entry("sở khác", "tỉnh, thành phố khác: pupils move between provinces"),
            Map.entry("cho lên lớp|ở lại lớp", "được lên lớp, chưa được lên lớp (TT 27/2020 Điều 11)"),
            Map.entry("sổ chủ nhiệm", "bảng tổng hợp kết quả đánh giá: «sổ chủ nhiệm» is another book of the Điều lệ"),
            Map.entry("sổ môn học", "đánh giá môn học"),
            Map.entry("(?<!số )chứng thư(?! chữ ký số)", "chứng thư chữ ký số; its number is «số chứng thư»"),
            Map.entry("cán bộ quản lý|lãnh đạo trường", "hiệu trưởng (phó hiệu trưởng)"),
            Map.entry("bị sở trả về", "không tiếp nhận"),
            Map.entry("trường đã cấp", "trường phát hành"));

    static List<Resource> whatUsersRead() throws IOException {
        List<Resource> all = new ArrayList<>();
        for (String files : List.of("i18n/*.properties", "policy/*.csv", "forms/*.form", "processes/*.*")) {
            all.addAll(List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + files)));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("whatUsersRead")
    void oneWordIsSpeltOneWay(Resource file) throws IOException {
        String words = file.getContentAsString(StandardCharsets.UTF_8);
        assertThat(WITH_I.matcher(words).results().map(found -> around(words, found.start())))
                .as("to be written with «y»")
                .isEmpty();
        assertThat(SUBJECT_WITH_Y.matcher(words).results().map(found -> around(words, found.start())))
                .as("written with «í» by the regulation")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("whatUsersRead")
    void oneThingHasOneWordAndItIsThatOfTheRegulation(Resource file) throws IOException {
        String words = file.getContentAsString(StandardCharsets.UTF_8);
        SAID_OTHERWISE.forEach((former, instead) -> assertThat(Pattern.compile(former, WORDS)
                        .matcher(words)
                        .results()
                        .map(found -> around(words, found.start())))
                .as("said otherwise: %s", instead)
                .isEmpty());
    }

    private static String around(String words, int at) {
        return words.substring(Math.max(0, at - 20), Math.min(words.length(), at + 20));
    }
}
