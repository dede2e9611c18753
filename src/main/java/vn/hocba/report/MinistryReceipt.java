package vn.hocba.report;

import java.time.Instant;

/**
 * What the ministry answers to a part.
 *
 * @param number of the ministry, or what stands for it
 * @param at when it was taken in
 * @param hash SHA-256 of what was taken in, hexadecimal, lower case
 */
record MinistryReceipt(String number, Instant at, String hash) {}
