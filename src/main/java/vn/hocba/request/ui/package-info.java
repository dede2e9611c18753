/** The screens of requests, and the panels that other screens show of them. */
@NamedInterface("ui")
package vn.hocba.request.ui;

import org.springframework.modulith.NamedInterface;
