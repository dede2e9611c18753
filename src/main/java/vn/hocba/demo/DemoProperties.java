package vn.hocba.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demo, under {@code hocba}.
 *
 * @param demo whether there is one: only in the profile {@code demo}
 * @param demoPassword of every demo person
 * @param demoPin of every certificate of the demo
 */
@ConfigurationProperties("hocba")
record DemoProperties(
        boolean demo, @DefaultValue("hocba") String demoPassword, @DefaultValue("246810") String demoPin) {}
