package vn.hocba.document.typeset;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;

/**
 * The XMP packet of a PDF/A-2b document (ISO 16684-1, ISO 19005-2 6.6). Filled into a template: xmpbox looks for an XML transformer in
 * every jar each time, which takes longer than all the rest of a document.
 */
final class Xmp {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private static final String PACKET =
            """
            <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
              <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                  <pdfaid:part>2</pdfaid:part>
                  <pdfaid:conformance>B</pdfaid:conformance>
                </rdf:Description>
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
                  <dc:format>application/pdf</dc:format>
                  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
                  <dc:creator><rdf:Seq><rdf:li>%2$s</rdf:li></rdf:Seq></dc:creator>
                  <dc:language><rdf:Bag><rdf:li>%3$s</rdf:li></rdf:Bag></dc:language>
                </rdf:Description>
                <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                  <xmp:CreatorTool>%4$s</xmp:CreatorTool>
                  <xmp:CreateDate>%5$s</xmp:CreateDate>
                  <xmp:ModifyDate>%5$s</xmp:ModifyDate>
                </rdf:Description>
              </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """;

    private Xmp() {}

    static byte[] of(ArchivalDocument.Metadata metadata) {
        return PACKET.formatted(
                        escaped(metadata.title()),
                        escaped(metadata.author()),
                        escaped(metadata.language()),
                        escaped(metadata.creatorTool()),
                        DATE.format(metadata.created()))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What XML 1.0 cannot hold at all, such as control characters, becomes U+FFFD. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(isXml(letter) ? letter : 0xfffd);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter >= 0x20 && letter < 0xd800
                || letter >= 0xe000 && letter < 0xfffe
                || letter >= 0x10000;
    }
}
