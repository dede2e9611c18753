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
import java.util.function.Predicate;
import vn.hocba.cutoff.FreezeAgain.Line;
import vn.hocba.cutoff.FreezeAgain.Lines;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.Notice;

/** The records that a wave could not freeze: why, what to do, and a button to try again. */
final class SetAsideCard {

    private SetAsideCard() {}

    /**
     * Draws it.
     *
     * @param title which cut-off, and how many
     * @param again tries one, by the id of its year record, and says whether it is frozen
     * @param changed called when one was tried again
     */
    static Component of(String title, Predicate<String> again, Lines lines, Runnable changed) {
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
                            tryAgain(again, line);
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
        Card card = new Card(title, intro, table.inItsRoom());
        return card.urgent();
    }

    private static Component unbroken(String words) {
        Span whole = new Span(words);
        whole.addClassName("unbroken");
        return whole;
    }

    private static void tryAgain(Predicate<String> again, Line line) {
        if (again.test(line.recordId())) {
            Notice.done(text("cutoff.set-aside.done"));
        } else {
            Notice.refused(text("cutoff.set-aside.still"));
        }
    }
}
