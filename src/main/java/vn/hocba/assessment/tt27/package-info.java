/** Thông tư 27/2020/TT-BGDĐT: assessment of primary pupils. Whatever only this regulation says stands here and nowhere else. */
@NamedInterface("tt27")
package vn.hocba.assessment.tt27;

import org.springframework.modulith.NamedInterface;
