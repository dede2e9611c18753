package vn.hocba.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import vn.hocba.shared.Refused;

/**
 * Parses XML from outside: UTF-8, limited in size and depth, without DOCTYPE, entities, comments, CDATA sections and processing instructions. All of these
 * let the same bytes mean different things to different readers.
 */
public final class StrictXml {

    /** Largest packet that is looked at, in bytes; a real one has 15 to 60 kB. */
    public static final int PACKET_LIMIT = 2_000_000;
    /** Largest package that is looked at, in bytes. */
    public static final int PACKAGE_LIMIT = 64_000_000;

    private static final int DEPTH_LIMIT = 40;

    private static final ErrorHandler STRICT = new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    };

    /** A factory serves one thread; setting it up costs more than the parser that it makes. */
    private static final ThreadLocal<DocumentBuilderFactory> FACTORY = ThreadLocal.withInitial(StrictXml::factory);

    private StrictXml() {}

    /**
     * The tree of an XML text.
     *
     * @param limit largest size in bytes
     * @throws Refused when it is too large, not well-formed, or holds what is not accepted
     */
    public static Document parse(byte[] bytes, int limit) {
        if (bytes.length > limit) {
            throw Refused.invalid("packet.too-large", bytes.length / 1024, limit / 1024);
        }
        Document document;
        try {
            document = builder().parse(new ByteArrayInputStream(bytes));
        } catch (SAXParseException e) {
            throw Refused.invalid("packet.not-xml", e.getLineNumber(), e.getColumnNumber());
        } catch (SAXException | IOException e) {
            throw Refused.invalid("packet.not-xml", 0, 0);
        }
        if (!"UTF-8".equalsIgnoreCase(document.getInputEncoding())) {
            throw Refused.invalid("packet.not-utf-8");
        }
        refuseAmbiguousNodes(document);
        return document;
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilder builder = FACTORY.get().newDocumentBuilder();
            builder.setErrorHandler(STRICT);
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser knows these features", e);
        }
    }

    private static DocumentBuilderFactory factory() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEPTH_LIMIT);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser knows these features", e);
        }
    }

    private static void refuseAmbiguousNodes(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (node.getNodeType()) {
                case Node.ELEMENT_NODE -> refuseAmbiguousNodes(node);
                case Node.TEXT_NODE -> {}
                case Node.COMMENT_NODE -> throw Refused.invalid("packet.comment");
                case Node.CDATA_SECTION_NODE -> throw Refused.invalid("packet.cdata");
                case Node.PROCESSING_INSTRUCTION_NODE -> throw Refused.invalid("packet.processing-instruction");
                default -> throw Refused.invalid("packet.doctype");
            }
        }
    }
}
