package vn.hocba.signing;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Finds the signature of a package or a hand-over: the schema lets it stand only as the last child of the root. */
final class PackageSignature {

    private PackageSignature() {}

    static Optional<Element> of(Document tree) {
        List<Element> children = SignedTree.children(tree.getDocumentElement());
        Element last = children.get(children.size() - 1);
        return last.getLocalName().equals("Signature") ? Optional.of(last) : Optional.empty();
    }
}
