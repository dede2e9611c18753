package vn.hocba.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class BundlesTest {

    private static final String ENGLISH = "_en.properties";

    /** The printed form is Vietnamese by law. */
    private static final Set<String> VIETNAMESE_ONLY = Set.of("printed.properties");

    static List<String> bundles() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties"))
                .map(Resource::getFilename)
                .filter(name -> !name.endsWith(ENGLISH) && !VIETNAMESE_ONLY.contains(name))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void whatIsSaidInVietnameseIsSaidInEnglishToo(String bundle) throws IOException {
        assertThat(english(bundle).keySet()).isEqualTo(read(bundle).keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsAPatternAndNoApostropheIsLost(String bundle) throws IOException {
        for (Properties texts : List.of(read(bundle), english(bundle))) {
            texts.forEach((key, text) -> {
                assertThat(new MessageFormat(text.toString()).toPattern()).isNotNull();
                assertThat(text.toString().replace("''", "")).as(key.toString()).doesNotContain("'");
            });
        }
    }

    private static Properties english(String bundle) throws IOException {
        return read(bundle.replace(".properties", ENGLISH));
    }

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader reader =
                new InputStreamReader(new ClassPathResource("i18n/" + name).getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
