package vn.hocba.desk.admin.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Collectors;
import vn.hocba.school.CombineClasses;
import vn.hocba.school.CombinedClasses.Room;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Line;
import vn.hocba.ui.Notice;

/** The combined classes (lớp ghép) of a year, and the way to put classes together and to part them. */
class RoomsPart extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * @param classes of the school year
     * @param changed called when classes were put together or parted
     */
    RoomsPart(List<Room> rooms, List<ClassInfo> classes, CombineClasses combine, Runnable changed) {
        addClassName("office-content");
        add(new Paragraph(text("office.rooms.intro")));
        if (rooms.isEmpty()) {
            add(new EmptyState(text("office.rooms.none"), text("office.rooms.none.next")));
        }
        for (Room room : rooms) {
            Button part = new Button(text("office.rooms.part"), click -> {
                ClassInfo first = room.classes().get(0);
                combine.part(first.schoolId(), first.schoolYear(), room.name());
                Notice.done(text("office.rooms.parted", room.name()));
                changed.run();
            });
            part.setAriaLabel(text("office.rooms.part.of", room.name()));
            add(new Line(text("screens.class.room", room.name(), names(room))).actions(part));
        }
        List<ClassInfo> alone = classes.stream()
                .filter(info -> rooms.stream().noneMatch(room -> room.classes().contains(info)))
                .toList();
        add(new Button(text("office.rooms.combine"), click -> new CombineDialog(alone, (chosen, name) -> {
                    combine.combine(
                            alone.get(0).schoolId(),
                            chosen.stream().map(ClassInfo::id).collect(Collectors.toSet()),
                            name);
                    Notice.done(text("office.rooms.combined", name.strip()));
                    changed.run();
                })
                .open()));
    }

    private static String names(Room room) {
        return room.classes().stream().map(ClassInfo::name).collect(Collectors.joining(", "));
    }
}
