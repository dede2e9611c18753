/** The school's admin: opening a year, certificates. */
@NamedInterface("admin")
package vn.hocba.desk.admin;

import org.springframework.modulith.NamedInterface;
