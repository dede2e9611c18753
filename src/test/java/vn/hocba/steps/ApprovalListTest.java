package vn.hocba.steps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;

@OfficeTest
class ApprovalListTest {

    @Autowired
    OfficeWorld world;

    @Autowired
    ApprovalList list;

    @Autowired
    Session session;

    @Test
    void pupilsWithSomethingOutOfTheOrdinaryStandOnTop() {
        world.toPrincipal("4A");

        ApprovalList.ClassPage page = session.as(
                world.someone(Role.PRINCIPAL),
                () -> list.of(world.classNamed("4A").id()));

        page.rows().forEach(r -> System.out.println(r));
        assertThat(page.rows()).isNotEmpty();
    }
}
