package vn.hocba;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTestContextBootstrapper;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.cache.DefaultCacheAwareContextLoaderDelegate;
import org.springframework.test.context.support.DefaultBootstrapContext;
import org.springframework.util.ClassUtils;
import vn.hocba.ui.BrowserTest;

/** Each context is a start of the whole application, and the tests' minutes are mostly starts: so there are few. */
class ContextsTest {

    /** Other settings, other parts, or a database in which nobody else is. Two more than there are. */
    private static final int PLAIN = 14;

    /** On the screens, on the samples, in the demo; and on MySQL by test, as each has a database of its own. */
    private static final int IN_BROWSERS = 3;

    private static final int INTEGRATION = IN_BROWSERS + 4;

    @Test
    void testsShareContexts() throws IOException {
        assertThat(contexts("Test")).hasSizeLessThanOrEqualTo(PLAIN);
        assertThat(contexts("IT")).hasSizeLessThanOrEqualTo(INTEGRATION);
    }

    @Test
    void browserTestsShareServers() throws IOException {
        assertThat(contexts("IT").values().stream().filter(tests -> tests.stream()
                        .anyMatch(test -> TestContextAnnotationUtils.hasAnnotation(test, BrowserTest.class))))
                .hasSizeLessThanOrEqualTo(IN_BROWSERS);
    }

    /** The tests whose names end so, by the context that they run in. */
    private static Map<MergedContextConfiguration, List<Class<?>>> contexts(String end) throws IOException {
        Map<MergedContextConfiguration, List<Class<?>>> contexts = new LinkedHashMap<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:vn/hocba/**/*" + end + ".class")) {
            Class<?> test = ClassUtils.resolveClassName(name(file), ContextsTest.class.getClassLoader());
            if (!Modifier.isAbstract(test.getModifiers())
                    && TestContextAnnotationUtils.hasAnnotation(test, SpringBootTest.class)) {
                contexts.computeIfAbsent(context(test), key -> new ArrayList<>())
                        .add(test);
            }
        }
        return contexts;
    }

    private static MergedContextConfiguration context(Class<?> test) {
        SpringBootTestContextBootstrapper bootstrapper = new SpringBootTestContextBootstrapper();
        bootstrapper.setBootstrapContext(
                new DefaultBootstrapContext(test, new DefaultCacheAwareContextLoaderDelegate()));
        return bootstrapper.buildMergedContextConfiguration();
    }

    private static String name(Resource file) throws IOException {
        String path = file.getURL().getPath();
        return path.substring(path.lastIndexOf("vn/hocba/"), path.length() - ".class".length())
                .replace('/', '.');
    }
}
