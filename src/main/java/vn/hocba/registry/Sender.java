package vn.hocba.registry;

import vn.hocba.school.SchoolDirectory.Unit;

/**
 * Whose package it is, as its verified signature says.
 *
 * @param schoolYear the calendar year in which the school year starts
 */
record Sender(
        Unit school, String provinceCode, String packageId, int schoolYear, String className, ClassSigners signers) {}
