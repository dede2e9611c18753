/** How a screen shows a batch that somebody follows. */
@NamedInterface("ui")
package vn.hocba.workflow.ui;

import org.springframework.modulith.NamedInterface;
