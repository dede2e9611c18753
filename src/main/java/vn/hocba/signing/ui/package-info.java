/** How a screen asks for the confirmation of what is about to be signed. */
@NamedInterface("ui")
package vn.hocba.signing.ui;

import org.springframework.modulith.NamedInterface;
