package vn.hocba;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts hocba: the web application, or one of its headless commands when the first argument names one. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(sharedModules = "shared", systemName = "hocba")
public class HocbaApplication {

    public static void main(String[] args) {
        SpringApplication.run(HocbaApplication.class, args);
    }
}
