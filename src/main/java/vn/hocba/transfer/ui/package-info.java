/** What the units above the schools see of transfers. */
package vn.hocba.transfer.ui;
