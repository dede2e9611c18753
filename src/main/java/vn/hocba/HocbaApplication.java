package vn.hocba;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import vn.hocba.rehearsal.RehearsalCommand;

/** Starts hocba: the web application, or the rehearsal when the first argument asks for it. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(sharedModules = "shared", systemName = "hocba")
public class HocbaApplication {

    /** Of the calendar of every Sở, and of the instants that the engine writes without a zone: a data folder may move to a machine that is set to another one. */
    static final TimeZone ZONE = TimeZone.getTimeZone("Asia/Ho_Chi_Minh");

    public static void main(String[] args) throws IOException, InterruptedException {
        TimeZone.setDefault(ZONE);
        List<String> arguments = Arrays.asList(args);
        if (!arguments.isEmpty() && arguments.get(0).equals(RehearsalCommand.NAME)) {
            System.exit(RehearsalCommand.run(HocbaApplication.class, arguments.subList(1, arguments.size())));
        }
        SpringApplication.run(HocbaApplication.class, args);
    }
}
