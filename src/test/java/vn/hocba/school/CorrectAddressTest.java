package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.audit.AuditLog;
import vn.hocba.document.PacketFormat;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.record.RecordSnapshot.Issuer;
import vn.hocba.school.CorrectAddress.Address;
import vn.hocba.shared.Refused;

@ReleasedRecordsTest
class CorrectAddressTest {

    private static final Address ADDRESS = new Address(" Phường  Chợ Lớn", "Thành phố Hồ Chí Minh", "Chợ Lớn");

    @Autowired
    CorrectAddress addresses;

    @Autowired
    ReleasedRecords world;

    @Autowired
    PacketFormat format;

    @Autowired
    AuditLog audit;

    @Autowired
    Session session;

    private School school;

    @BeforeEach
    void aSchool() {
        school = world.school();
    }

    @Test
    void whatIsSignedFromThenOnHasTheThreeFieldsAndWhatWasSignedStays() {
        String before = world.released(school, "Lò Thị Mai").get(0);

        correct(school.admin(), ADDRESS);

        String after = world.released(school, "Giàng A Sử").get(0);
        assertThat(world.content(after).issuer())
                .extracting(Issuer::commune, Issuer::provinceName, Issuer::place)
                .containsExactly("Phường Chợ Lớn", "Thành phố Hồ Chí Minh", "Chợ Lớn");
        assertThat(world.content(before).issuer().commune()).isNull();
        assertThat(audit.of(school.unit().id())).anyMatch(line -> line.action().equals("unit.address-corrected"));
    }

    @Test
    void theAdminCorrectsTheOwnSchoolAndTheSoItsSchoolsAndNobodyElseAny() {
        School other = world.schoolBelow(school.province());
        assertThat(session.as(school.admin(), () -> addresses.schools()))
                .extracting(SchoolDirectory.Unit::id)
                .containsExactly(school.unit().id());
        assertThat(session.as(school.official(), () -> addresses.schools()))
                .extracting(SchoolDirectory.Unit::id)
                .containsExactlyInAnyOrder(school.unit().id(), other.unit().id());
        correct(school.official(), ADDRESS);

        for (CurrentUser who :
                List.of(other.admin(), school.principal(), world.school().official())) {
            assertThatThrownBy(() -> correct(who, ADDRESS)).as(who.title()).isInstanceOf(Refused.class);
        }
    }

    @Test
    void anAddressHasAllThreeParts() {
        for (Address wrong : List.of(
                new Address(" ", "Tỉnh Lào Cai", "Sa Pa"),
                new Address("Xã Sa Pa", "", "Sa Pa"),
                new Address("Xã Sa Pa", "Tỉnh Lào Cai", "a".repeat(201)))) {
            assertThatThrownBy(() -> correct(school.admin(), wrong))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.key()).isEqualTo("school.address.incomplete"));
        }
    }

    private void correct(CurrentUser who, Address address) {
        session.run(who, () -> addresses.correct(school.unit().id(), address));
    }
}
