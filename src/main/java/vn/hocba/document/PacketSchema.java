package vn.hocba.document;

import java.io.IOException;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.SAXException;
import vn.hocba.shared.Refused;

/** The published schemas in docs/packet, and the openings that a schema language leaves but a signed document must not have. */
@Component
public class PacketSchema {

    private static final Map<String, String> NAMESPACES = Map.of(
            "ds", "http://www.w3.org/2000/09/xmldsig#",
            "xades", "http://uri.etsi.org/01903/v1.3.2#");

    private final Schema packet;
    private final Schema classPackage;
    private final Schema report;
    private final Schema handOver;
    private final Schema supplement;
    private final Schema receipts;

    PacketSchema() {
        packet = load("hoc-ba.xsd");
        classPackage = load("goi-tin.xsd");
        report = load("bao-cao.xsd");
        handOver = load("ban-giao.xsd");
        supplement = load("bo-sung.xsd");
        receipts = load("bien-nhan.xsd");
    }

    /** @throws Refused when the tree is not a packet */
    public void checkPacket(Document document) {
        check(packet, document);
    }

    /** @throws Refused when the tree is not a package of a class */
    public void checkPackage(Document document) {
        check(classPackage, document);
    }

    /** @throws Refused when the tree is not a part of a report to the ministry */
    public void checkReport(Document document) {
        check(report, document);
    }

    /** @throws Refused when the tree is not a hand-over of a record to another school */
    public void checkHandOver(Document document) {
        check(handOver, document);
    }

    /** @throws Refused when the tree is not a supplement */
    public void checkSupplement(Document document) {
        check(supplement, document);
    }

    /** @throws Refused when the tree is not a list of receipts */
    public void checkReceiptList(Document document) {
        check(receipts, ReceiptNames.RECEIPT_LIST, document);
    }

    /** @throws Refused when the tree is not a receipt of one version */
    public void checkReceipt(Document document) {
        check(receipts, ReceiptNames.RECEIPT, document);
    }

    /** Of a schema that knows more than one document. */
    private static void check(Schema schema, String root, Document document) {
        check(schema, document);
        String found = document.getDocumentElement().getLocalName();
        if (!root.equals(found)) {
            throw Refused.invalid("packet.structure", found);
        }
    }

    private static void check(Schema schema, Document document) {
        refuseForeignAttributes(document);
        try {
            Validator validator = schema.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new DOMSource(document));
        } catch (SAXException e) {
            throw Refused.invalid("packet.structure", e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException("a tree in memory cannot fail to be read", e);
        }
    }

    /** A schema lets xsi: attributes and namespace declarations stand anywhere, also where no signature covers them. */
    private static void refuseForeignAttributes(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            NamedNodeMap attributes = node.getAttributes();
            for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
                Attr attribute = (Attr) attributes.item(i);
                boolean known = attribute.getNamespaceURI() == null
                        || attribute.getNamespaceURI().equals(XMLConstants.XMLNS_ATTRIBUTE_NS_URI)
                                && attribute.getValue().equals(NAMESPACES.get(attribute.getLocalName()));
                if (!known) {
                    throw Refused.invalid("packet.structure", attribute.getName());
                }
            }
            refuseForeignAttributes(node);
        }
    }

    private static Schema load(String name) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setResourceResolver(onlyOurOwn());
            Source source = new StreamSource(new ClassPathResource("packet/" + name).getInputStream(), name);
            return factory.newSchema(source);
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("packet/" + name, e);
        }
    }

    /** Imports resolve to the neighbouring files on the class path, whatever the form of the application's jar. */
    private static LSResourceResolver onlyOurOwn() {
        DOMImplementationLS implementation = implementation();
        return (type, namespace, publicId, systemId, base) -> {
            try {
                LSInput input = implementation.createLSInput();
                input.setSystemId(systemId);
                input.setByteStream(new ClassPathResource("packet/" + systemId).getInputStream());
                return input;
            } catch (IOException e) {
                throw new IllegalStateException("packet/" + systemId, e);
            }
        };
    }

    private static DOMImplementationLS implementation() {
        try {
            return (DOMImplementationLS) DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .getFeature("LS", "3.0");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser builds documents", e);
        }
    }
}
