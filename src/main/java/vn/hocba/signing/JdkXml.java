package vn.hocba.signing;

import eu.europa.esig.dss.xml.common.DocumentBuilderFactoryBuilder;
import eu.europa.esig.dss.xml.common.SchemaFactoryBuilder;
import eu.europa.esig.dss.xml.common.TransformerFactoryBuilder;
import eu.europa.esig.dss.xml.common.XmlDefinerUtils;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.validation.SchemaFactory;

/**
 * Lets DSS take the JDK's own XML factories. Otherwise each of its many parsers and serialisers searches the whole class path first, which costs five times
 * the signature, and takes whatever a library happens to bring along.
 */
final class JdkXml {

    private JdkXml() {}

    static void use() {
        XmlDefinerUtils dss = XmlDefinerUtils.getInstance();
        dss.setDocumentBuilderFactoryBuilder(new Documents());
        dss.setTransformerFactoryBuilder(new Transformers());
        dss.setSchemaFactoryBuilder(new Schemas());
    }

    /** Secured by the parent. A factory serves one thread; setting it up costs more than the parser that it makes. */
    private static final class Documents extends DocumentBuilderFactoryBuilder {

        private final ThreadLocal<DocumentBuilderFactory> ready = ThreadLocal.withInitial(super::build);

        @Override
        public DocumentBuilderFactory build() {
            return ready.get();
        }

        @Override
        protected DocumentBuilderFactory instantiateFactory() {
            return DocumentBuilderFactory.newDefaultInstance();
        }
    }

    private static final class Transformers extends TransformerFactoryBuilder {

        private final ThreadLocal<TransformerFactory> ready = ThreadLocal.withInitial(super::build);

        @Override
        public TransformerFactory build() {
            return ready.get();
        }

        @Override
        protected TransformerFactory instantiateFactory() {
            return TransformerFactory.newDefaultInstance();
        }
    }

    private static final class Schemas extends SchemaFactoryBuilder {

        @Override
        protected SchemaFactory instantiateFactory() {
            return SchemaFactory.newDefaultInstance();
        }
    }
}
