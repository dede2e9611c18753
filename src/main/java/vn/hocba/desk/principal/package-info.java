/** The principal or a deputy: exceptions first, the printed form beside them, one signature for many. */
@NamedInterface("principal")
package vn.hocba.desk.principal;

import org.springframework.modulith.NamedInterface;
