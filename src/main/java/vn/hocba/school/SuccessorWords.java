package vn.hocba.school;

import java.util.Optional;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Texts;
import vn.hocba.ui.FormerUnits;

/** Says which unit acts for one that is not there any more. */
@Component
class SuccessorWords implements FormerUnits {

    private final SchoolDirectory directory;

    SuccessorWords(SchoolDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<String> wordsFor(String unitId) {
        try {
            Unit former = directory.unit(unitId);
            String acting = directory.acting(unitId);
            return acting.equals(unitId)
                    ? Optional.empty()
                    : Optional.of(Texts.vi(
                            "school.units.go-to",
                            former.name(),
                            directory.unit(acting).name()));
        } catch (EmptyResultDataAccessException none) {
            return Optional.empty();
        }
    }
}
