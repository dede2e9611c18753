/** A teacher: comments and marks of a subject, the summary of a class and its signature. */
@NamedInterface("teacher")
package vn.hocba.desk.teacher;

import org.springframework.modulith.NamedInterface;
