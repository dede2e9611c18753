/** Setting type on archival pages: fonts, lines, tables that break over pages, QR codes. Knows nothing of school records. */
package vn.hocba.document.typeset;
