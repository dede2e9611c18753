package vn.hocba.registry;

import java.time.Instant;
import vn.hocba.school.SchoolDirectory.Unit;

/**
 * Whose package it is, as its verified signature says.
 *
 * @param receivedAt one instant for the whole package: what arrived in time is not divided by how long the answers take
 * @param schoolYear the calendar year in which the school year starts
 */
record Sender(
        Unit school,
        String provinceId,
        String provinceCode,
        String packageId,
        int schoolYear,
        String className,
        Instant receivedAt,
        ClassSigners signers) {}
