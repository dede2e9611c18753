package vn.hocba;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void modulesUseOnlyWhatStandsBelowThemAndHaveNoCycle() {
        ApplicationModules.of(HocbaApplication.class).verify();
    }
}
