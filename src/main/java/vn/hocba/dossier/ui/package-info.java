@NamedInterface("ui")
package vn.hocba.dossier.ui;

import org.springframework.modulith.NamedInterface;
