package vn.hocba.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the way to the ministry. */
@Configuration
class MinistryConfiguration {

    @Bean
    MinistryGateway ministryGateway(MinistrySettings settings, Clock clock, ObjectMapper json) {
        return switch (settings.channel()) {
            case FOLDER -> new FolderMinistry(settings.folder(), clock);
            case HTTP -> new HttpMinistry(settings.url(), settings.timeout(), json);
        };
    }
}
