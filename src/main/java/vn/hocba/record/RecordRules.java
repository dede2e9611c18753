package vn.hocba.record;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands rules that know nothing of the application what they ask for. */
@Configuration(proxyBeanMethods = false)
class RecordRules {

    @Bean
    Oddities oddities(@Value("${hocba.many-absences}") int manyAbsences) {
        return new Oddities(manyAbsences);
    }
}
