package vn.hocba.school;

import java.time.LocalDate;

/** By what a pupil is known, before it is clear who may see more. */
record PupilKey(String id, String moetCode, LocalDate birthDate) {}
