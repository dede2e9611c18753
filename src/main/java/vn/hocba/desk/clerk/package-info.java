/** Whoever keeps the seal: sealing a class, packing and submitting it. */
@NamedInterface("clerk")
package vn.hocba.desk.clerk;

import org.springframework.modulith.NamedInterface;
