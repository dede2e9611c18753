package vn.hocba.cutoff.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.number;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.FreezeAgain;
import vn.hocba.cutoff.FreezeAgain.Line;
import vn.hocba.cutoff.FreezeAgain.Lines;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.Notice;

/** The records that a wave could not freeze: why, what to do, and a button to try again. */
final class SetAsideCard {

    private SetAsideCard() {}

    /** @param changed called when one was tried again */
    static Component of(FreezeAgain again, int schoolYear, Wave wave, Lines lines, Runnable changed) {
        DataTable<Line> table = new DataTable<>(text("cutoff.set-aside.list"));
        table.words(text("cutoff.school"), Line::schoolName);
        table.words(text("cutoff.class"), Line::className);
        table.words(text("cutoff.pupil"), line -> line.pupilName() == null ? "–" : line.pupilName());
        table.column(text("cutoff.code"), line -> unbroken(line.pupilCode()), Comparator.comparing(Line::pupilCode));
        table.words(text("cutoff.set-aside.cause"), Line::cause);
        table.column(
                text("cutoff.set-aside.since"),
                line -> unbroken(moment(line.since())),
                Comparator.comparing(Line::since));
        table.column(
                text("cutoff.set-aside.next"),
                line -> lines.mayTry()
                        ? new Button(text("cutoff.set-aside.again"), click -> {
                            tryAgain(again, schoolYear, wave, line);
                            changed.run();
                        })
                        : new Span(text("cutoff.set-aside.next-wave")));
        table.setRows(lines.lines());
        Div intro = new Div(new Paragraph(text("cutoff.set-aside.intro")));
        if (lines.lines().size() < lines.total()) {
            intro.add(new Paragraph(
                    text("cutoff.set-aside.more", number(lines.lines().size()))));
        }
        intro.addClassName("card-body");
        Card card = new Card(
                text("cutoff.set-aside.title", text(wave.cutOff().key()), number(lines.total())),
                intro,
                table.inItsRoom());
        return card.urgent();
    }

    private static Component unbroken(String words) {
        Span whole = new Span(words);
        whole.addClassName("unbroken");
        return whole;
    }

    private static void tryAgain(FreezeAgain again, int schoolYear, Wave wave, Line line) {
        if (again.tryAgain(schoolYear, wave, line.recordId())) {
            Notice.done(text("cutoff.set-aside.done"));
        } else {
            Notice.refused(text("cutoff.set-aside.still"));
        }
    }
}
