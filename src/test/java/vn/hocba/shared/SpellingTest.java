package vn.hocba.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    private static String around(String words, int at) {
        return words.substring(Math.max(0, at - 20), Math.min(words.length(), at + 20));
    }
}
