/** Reads Excel workbooks as tables under a row of column names, whatever stands above, beside or below them. */
package vn.hocba.school.workbook;
