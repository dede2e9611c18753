package vn.hocba.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.hocba.document.ReceiptLeaf.Frozen;
import vn.hocba.record.KnownRegulations;

/** The sheet docs/packet/xem-hoc-ba.xsl, with which anybody who is handed a packet can read it without hocba. */
class PacketSheetTest {

    private static final File SHEET = new File("docs/packet/xem-hoc-ba.xsl");

    /** Shown in words, or for machines only. */
    private static final Set<String> NOT_SHOWN = Set.of(
            "MA_HO_SO_NAM",
            "MA_CAP_HOC",
            "MA_KHOI",
            "TRANG_THAI_THONG_TIN_HOC_BA",
            "NGUON_GOC",
            "MA_HE_THONG",
            "MA_HOC_SINH",
            "MA_MON_HOC",
            "MA_GIAO_VIEN",
            "MA_GVCN",
            "MA",
            "NHOM",
            "MIEN",
            "DANH_GIA_KQ_GIAO_DUC",
            "DA_HOAN_THANH_CT_LOP_HOC",
            "DA_HOAN_THANH_CT_TIEU_HOC",
            "DUOC_LEN_LOP",
            "DANH_GIA_THEO_KHGDCN",
            "CO_KHUYET_TAT_KHONG_DANH_GIA",
            "NGHE_NGHIEP_CHA",
            "NGHE_NGHIEP_ME");

    @ParameterizedTest
    @ValueSource(strings = {"full", "grade-5", "plan", "rows"})
    void everythingThatWasSignedOfThePupilAndTheYearCanBeRead(String packet) throws Exception {
        Document document = parser().parse(new File("src/test/resources/packets/older/" + packet + ".xml"));

        String page = text(document);

        NodeList all = document.getElementsByTagName("THONG_TIN_HOC_BA").item(0).getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            if (!all.item(i).getNodeName().equals("DON_VI_PHAT_HANH")) {
                shown((Element) all.item(i), page);
            }
        }
        assertThat(page).contains("Ký lúc", "chữ ký số chưa được kiểm tra ở đây");
    }

    @Test
    void whatAPacketSaysIsShownAsTextAndNeverRun() throws Exception {
        byte[] packet = new Packets(new PacketSchema(), KnownRegulations.all())
                .packet(SampleSnapshots.of("<script>alert(1)</script>").build());

        String html = html(StrictXml.parse(packet, StrictXml.PACKET_LIMIT));

        assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script");
    }

    @Test
    void aReceiptShowsTheDayOfEffect() throws Exception {
        byte[] receipt = new ReceiptDocuments()
                .write(new Receipt(
                        new byte[1],
                        new Frozen("code", "record", 1, "00", LocalDate.of(2027, 6, 30), "00"),
                        0,
                        List.of(),
                        new byte[1]));

        assertThat(text(StrictXml.parse(receipt, StrictXml.PACKET_LIMIT)))
                .contains("Biên nhận của Sở", "Ngày hiệu lực2027-06-30");
    }

    private static void shown(Element element, String page) {
        NodeList below = element.getElementsByTagName("*");
        for (int i = 0; i < below.getLength(); i++) {
            Element leaf = (Element) below.item(i);
            if (leaf.getElementsByTagName("*").getLength() == 0 && !NOT_SHOWN.contains(leaf.getNodeName())) {
                assertThat(page).as(leaf.getNodeName()).contains(leaf.getTextContent());
            }
        }
    }

    private static String text(Document document) throws Exception {
        DOMResult result = new DOMResult();
        sheet().transform(new DOMSource(document), result);
        return ((Document) result.getNode()).getDocumentElement().getTextContent();
    }

    private static String html(Document document) throws Exception {
        StringWriter html = new StringWriter();
        sheet().transform(new DOMSource(document), new StreamResult(html));
        return html.toString();
    }

    private static Transformer sheet() throws Exception {
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        return factory.newTransformer(new StreamSource(SHEET));
    }

    private static DocumentBuilder parser() throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
    }
}
