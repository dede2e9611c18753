package vn.hocba.document;

/** The package in which a school submits the packets of a class; its shape is published as docs/packet/goi-tin.xsd. */
public interface PackageFormat {

    /** The unsigned package: canonical, UTF-8; each packet kept byte for byte as base64. */
    byte[] write(ClassPackage content);

    /**
     * Reads a package, signed or not; says nothing about its signature.
     *
     * @throws vn.hocba.shared.Refused when it is not a package of this schema
     */
    ClassPackage read(byte[] content);
}
