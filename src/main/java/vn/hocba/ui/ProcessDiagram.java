package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.page.Page;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A process as its model draws it, with the current place and the way so far marked, and the same in words. */
@Tag("hocba-diagram")
public class ProcessDiagram extends Component implements HasSize {

    private static final long serialVersionUID = 1L;

    /** Where the dependency of the same version (see pom.xml) lies. */
    static final String VIEWER = "webjars/bpmn-js/8.0.0/dist/";

    static final String VIEWER_SCRIPT = VIEWER + "bpmn-navigated-viewer.production.min.js";
    static final String VIEWER_STYLE = VIEWER + "assets/diagram-js.css";

    private static final JsonMapper JSON = new JsonMapper();

    private final String label;
    private final String xml;
    private final Set<String> current;
    private final Set<String> passed;
    private final Map<String, Integer> counts;

    /**
     * @param label what screen readers call it
     * @param xml BPMN 2.0 with diagram interchange
     * @param current ids of the elements where the record is now
     * @param passed ids of the elements it has been through, in that order
     */
    public ProcessDiagram(String label, String xml, Collection<String> current, Collection<String> passed) {
        this(label, xml, current, passed, Map.of());
    }

    /** @param counts a number to show at an element, by its id: how many records wait there */
    public ProcessDiagram(
            String label,
            String xml,
            Collection<String> current,
            Collection<String> passed,
            Map<String, Integer> counts) {
        this.label = label;
        this.xml = xml;
        this.current = new LinkedHashSet<>(current);
        this.passed = new LinkedHashSet<>(passed);
        this.counts = Map.copyOf(counts);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Page page = event.getUI().getPage();
        page.addStyleSheet("context://" + VIEWER_STYLE);
        page.addJavaScript("context://" + VIEWER_SCRIPT);
        page.addJavaScript(Assets.url(Assets.DIAGRAM));
        getElement().executeJs("this.load($0, $1)", description(), xml);
    }

    private String description() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : List.of("larger", "smaller", "whole", "here", "now", "passed", "waiting", "broken")) {
            texts.put(key, text("ui.diagram.browser." + key));
        }
        try {
            return JSON.writeValueAsString(
                    Map.of("label", label, "texts", texts, "current", current, "passed", passed, "counts", counts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings are always JSON", e);
        }
    }
}
