package vn.hocba.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test of what screens are made of, at sample screens in a browser. All of them in a JVM share one server. It is not that of the other screens: the samples
 * come first in everybody's menu, and the sign-in page names all people as in the demo.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "hocba.demo=true")
@ActiveProfiles("test")
@Import(ShellFixture.class)
@BrowserTest
@interface SampleScreenTest {}
