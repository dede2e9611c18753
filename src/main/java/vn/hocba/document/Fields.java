package vn.hocba.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The children of one element by name; an absent element is null. */
final class Fields {

    private final Element element;
    private final Map<String, List<Element>> children = new LinkedHashMap<>();

    private Fields(Element element) {
        this.element = element;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.computeIfAbsent(child.getLocalName(), name -> new ArrayList<>())
                        .add(child);
            }
        }
    }

    static Fields of(Document document) {
        return new Fields(document.getDocumentElement());
    }

    Fields child(String name) {
        return new Fields(children.get(name).get(0));
    }

    List<Fields> children(String name) {
        return children.getOrDefault(name, List.of()).stream().map(Fields::new).toList();
    }

    String attribute(String name) {
        return element.getAttribute(name);
    }

    String content() {
        return element.getTextContent();
    }

    String text(String name) {
        List<Element> found = children.get(name);
        return found == null ? null : found.get(0).getTextContent();
    }

    Integer number(String name) {
        String text = text(name);
        return text == null ? null : Integer.valueOf(text.strip());
    }

    BigDecimal decimal(String name) {
        String text = text(name);
        return text == null ? null : new BigDecimal(text.strip());
    }

    Boolean flag(String name) {
        String text = text(name);
        return text == null ? null : text.equals("1");
    }

    LocalDate date(String name) {
        String text = text(name);
        return text == null ? null : LocalDate.parse(text.strip());
    }
}
