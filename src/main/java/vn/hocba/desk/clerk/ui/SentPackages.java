package vn.hocba.desk.clerk.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.registry.IntakeTimes;
import vn.hocba.submission.PackageState;
import vn.hocba.submission.SendPackageAgain;
import vn.hocba.submission.Submissions;
import vn.hocba.submission.Submissions.Sent;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.Line;
import vn.hocba.ui.Wording;

/** The packages of a class that went to the province, what became of each, and the way to send one again. */
@Component
class SentPackages {

    private final Submissions submissions;
    private final SendPackageAgain sendAgain;

    SentPackages(Submissions submissions, SendPackageAgain sendAgain) {
        this.submissions = submissions;
        this.sendAgain = sendAgain;
    }

    /** @param schoolYear the year in which it begins */
    List<Sent> of(String classId, int schoolYear) {
        return submissions.ofYear(schoolYear).stream()
                .filter(one -> one.classId().equals(classId))
                .toList();
    }

    /** What a class handed in now meets where a cut-off is over: whether the Sở takes it, and what to do. */
    Optional<String> late(int schoolYear) {
        return submissions.late(schoolYear).map(SentPackages::words);
    }

    private static String words(IntakeTimes.Late late) {
        String over = text(
                late.included() ? "office.sealing.late.included" : "office.sealing.late.before",
                text(late.milestone()),
                date(late.day()));
        if (late.opensOn() == null) {
            return over + " " + text("office.sealing.late.ask." + late.over());
        }
        return over + " "
                + text(
                        late.open() ? "office.sealing.late.open" : "office.sealing.late.coming",
                        date(late.opensOn()),
                        date(late.closesOn()));
    }

    /**
     * The packages, each with how far it is and, where it is stuck, the way to try again.
     *
     * @param again called when one was sent again, so that it shows
     */
    Card card(List<Sent> packages, Runnable again) {
        if (packages.isEmpty()) {
            return Card.padded(text("office.sealing.step.packages"), new Paragraph(text("office.sealing.no-packages")));
        }
        Card card = new Card(text("office.sealing.step.packages"));
        packages.forEach(sent -> card.add(line(sent, again)));
        return card;
    }

    private Line line(Sent sent, Runnable again) {
        Line line =
                new Line(text("office.sealing.package", sent.records(), Wording.moment(sent.createdAt())), badge(sent));
        line.text(text(
                "office.sealing.package.answers",
                sent.accepted(),
                sent.rejected(),
                sent.records() - sent.accepted() - sent.rejected()));
        if (sent.failedSince() != null) {
            boolean toProvince = sent.state() == PackageState.READY;
            line.text(
                    toProvince
                            ? text("office.sealing.package.error", sent.attempts(), sent.lastError())
                            : sent.lastError());
            line.text(sent.next().words());
            line.note(text("office.sealing.package.since", Wording.moment(sent.failedSince())));
            String label = toProvince ? "office.sealing.package.again" : "office.sealing.package.deliver-again";
            line.actions(new Button(text(label), click -> {
                sendAgain.send(sent.packageId());
                again.run();
            }));
        }
        if (sent.answeredAt() != null) {
            line.note(text("office.sealing.package.answered", Wording.moment(sent.answeredAt())));
        } else if (sent.next() == null || !sent.next().exhausted()) {
            line.note(text("office.sealing.package.waits"));
        }
        return line;
    }

    private static Badge badge(Sent sent) {
        if (sent.failedSince() != null) {
            return Badge.late(text("office.sealing.package.trouble"));
        }
        return sent.rejected() > 0
                ? Badge.returned(sent.state().term())
                : Badge.plain(sent.state().term());
    }
}
