package vn.hocba.record;

import java.time.LocalDate;

/**
 * That a pupil goes into a grade by a decision, because the year before does not say so.
 *
 * @param schoolYear in which the pupil is in that grade, by the year in which it starts
 * @param decisionNo số quyết định
 * @param day of the decision
 * @param note in words; null for none
 */
public record GradeDecision(int schoolYear, int grade, String decisionNo, LocalDate day, String note) {}
