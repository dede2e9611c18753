package vn.hocba.desk.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.RouterLink;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.hocba.desk.ClassBoard;
import vn.hocba.desk.ReturnTargets;
import vn.hocba.ui.Card;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Line;
import vn.hocba.ui.Screen;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Step;

/** What the screens of principal and clerk share: the classes of the school, then one class and batches over its records. */
public abstract class ClassOffice extends Screen implements HasUrlParameter<String> {

    private static final long serialVersionUID = 1L;

    private final String titleKey;
    private final Set<String> kinds;
    private final transient ClassBoard board;
    private final transient SendBack sendBack;
    private final BatchPlace progress;
    private final Div content = new Div();
    private String classId;

    /**
     * @param titleKey of the list of classes; with «.intro» of the sentence above it
     * @param kinds of the batches that this screen starts, besides returning
     */
    protected ClassOffice(String titleKey, Set<String> kinds, ClassBoard board, SendBack sendBack, Batches batches) {
        super(titleKey);
        this.titleKey = titleKey;
        this.kinds = new HashSet<>(kinds);
        this.kinds.add("return");
        this.board = board;
        this.sendBack = sendBack;
        progress = new BatchPlace(batches, this::showAnew);
        content.addClassName("office-content");
        add(progress, content);
    }

    /** How far a class is, without the link that opens it. */
    protected abstract Line line(ClassBoard.ClassLine known);

    /** The words of the link that opens a class. */
    protected abstract String openLabel(ClassBoard.ClassLine known);

    /** Fills {@link #content} with the class of {@link #classId}. */
    protected abstract void showClass();

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String wanted) {
        classId = wanted;
        progress.clear();
        content.removeAll();
        if (classId == null) {
            showClasses();
            return;
        }
        showClass();
        followUnderWay();
    }

    /** Shows the batch of this class that this person left under way. */
    protected void followUnderWay() {
        progress.followUnderWay(classId, kinds);
    }

    protected String classId() {
        return classId;
    }

    protected Div content() {
        return content;
    }

    protected ReturnTargets.Targets people() {
        return sendBack.people(classId);
    }

    /** Shows the batch of this kind that runs for this class already; else asks for a new one. */
    protected void unlessRunning(String kind, Runnable ask) {
        progress.unlessRunning(classId, kind, ask);
    }

    protected void follow(String batchId) {
        progress.follow(batchId);
    }

    /** After something was done. */
    protected void showAnew() {
        content.removeAll();
        showClass();
        countAnew();
    }

    protected Component backToClasses() {
        return new RouterLink(text("office.back"), getClass());
    }

    /** Returns the chosen records of a bar. */
    protected Button returnButton(SelectionBar bar, Step from) {
        Chosen chosen = bar.chosen();
        Button back = new Button("", click -> sendBack.fromOffice(from, classId, chosen.asList(), this::follow));
        bar.onChange(() -> {
            back.setText(text("office.approval.return", chosen.count()));
            back.setEnabled(chosen.count() > 0);
        });
        return back;
    }

    private void showClasses() {
        List<ClassBoard.ClassLine> classes = board.ofOwnSchool();
        if (classes.isEmpty()) {
            content.add(new EmptyState(text("office.no-class-yet.title"), text("office.no-class-yet.next")));
            return;
        }
        Card card = new Card(text(titleKey));
        classes.forEach(known -> card.add(line(known).actions(open(known))));
        content.add(new Paragraph(text(titleKey + ".intro")), card);
    }

    private RouterLink open(ClassBoard.ClassLine known) {
        RouterLink open = new RouterLink(openLabel(known), getClass(), known.classId());
        open.addClassName("button-link");
        open.getElement().setAttribute("aria-label", text("office.open.class", known.className()));
        return open;
    }
}
