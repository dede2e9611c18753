package vn.hocba.school;

/** In which grade a pupil was in a year. */
record GradeOf(String pupilId, int grade) {}
