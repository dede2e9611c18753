package vn.hocba.pupils;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.school.SchoolRegister;
import vn.hocba.shared.ClassId;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;

/** The office enters what the form asks and the list did not say: số đăng bộ, ngày nhập học, and the travel document of a pupil from abroad. */
@Component
class SetDownRegister extends SetDownInRegister {

    private final SchoolRegister register;
    private final Papers papers;
    private final Clock clock;

    SetDownRegister(SchoolRegister register, Papers papers, Clock clock) {
        super("pupils.register", 9, "pupils-register");
        this.register = register;
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    public String take(YearRecord record, Input input, CurrentUser who) {
        String number = input.textOrNull("number");
        LocalDate day = input.date("day") == null ? null : input.dayUntilToday("day", clock, "pupils.future-day");
        String document = input.textOrNull("document");
        String documentNo = input.textOrNull("documentNo");
        if (document == null != (documentNo == null)) {
            throw Refused.invalid("pupils.register.document-half");
        }
        List<String> said = new ArrayList<>();
        if (number != null || day != null) {
            register.enter(new PupilId(record.pupilId()), new ClassId(record.classId()), number, day);
            said.add(Texts.vi("pupils.register.words"));
        }
        if (document != null) {
            register.travelDocument(new PupilId(record.pupilId()), document, documentNo);
            said.add(Texts.vi("pupils.register.words-document"));
        }
        if (said.isEmpty()) {
            throw Refused.invalid("pupils.register.nothing");
        }
        papers.log(record, "record.register-entered", String.join(", ", said));
        return null;
    }
}
