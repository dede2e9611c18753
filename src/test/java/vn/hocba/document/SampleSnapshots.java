package vn.hocba.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Issuer;
import vn.hocba.record.Tt27Version;
import vn.hocba.record.Tt27View.SubjectMarks;
import vn.hocba.record.Tt27View.Summary;
import vn.hocba.record.Tt27View.TraitGroup;
import vn.hocba.record.Tt27View.TraitRow;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.shared.SchoolLevel;

/** Builds versions of records for tests. */
public final class SampleSnapshots {

    private String name = "Lò Thị Mai";
    private String homeroomComment = "Chăm ngoan, có tiến bộ.";
    private String taxCode = "0301234567";
    private boolean sparse;

    public static SampleSnapshots of(String name) {
        SampleSnapshots snapshots = new SampleSnapshots();
        snapshots.name = name;
        return snapshots;
    }

    public SampleSnapshots comment(String text) {
        homeroomComment = text;
        return this;
    }

    public SampleSnapshots taxCode(String wanted) {
        taxCode = wanted;
        return this;
    }

    /** Leaves out everything that may be missing. */
    public SampleSnapshots sparse() {
        sparse = true;
        return this;
    }

    public RecordSnapshot build() {
        return Tt27Version.of(
                "0123456789abcdef0123456789abcdef",
                "018f0000000070008000000000000001",
                2,
                SchoolLevel.PRIMARY,
                2026,
                4,
                "4A",
                LocalDate.of(2027, 5, 28),
                new Issuer(
                        "79774401",
                        "Trường Tiểu học Hòa Bình",
                        taxCode,
                        "79",
                        "Thành phố Hồ Chí Minh",
                        "Thành phố Hồ Chí Minh"),
                pupil(),
                subjects(),
                List.of(
                        new TraitRow("PC1", TraitGroup.QUALITY, "Yêu nước", "T"),
                        new TraitRow("NLC1", TraitGroup.COMMON_COMPETENCE, "Tự chủ và tự học", "Đ"),
                        new TraitRow("NLD1", TraitGroup.SPECIFIC_COMPETENCE, "Ngôn ngữ", sparse ? null : "C")),
                Map.of(),
                null,
                null,
                summary());
    }

    private PupilInfo pupil() {
        return sparse
                ? new PupilInfo(
                        "p1",
                        "7900000001",
                        name,
                        LocalDate.of(2017, 2, 28),
                        "Nữ",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)
                : new PupilInfo(
                        "p1",
                        "7900000001",
                        name,
                        LocalDate.of(2017, 2, 28),
                        "Nữ",
                        "Thái",
                        "Việt Nam",
                        "079317000001",
                        "Sơn La",
                        "Mường La, Sơn La",
                        "12/3 Lê Lợi <tầng 2> & \"ngõ\" 'sau'",
                        "Lò Văn Pó",
                        "Y Bhăm Êban",
                        "H'Yăm Niê",
                        null,
                        null,
                        null);
    }

    private List<SubjectMarks> subjects() {
        List<SubjectMarks> rows = new ArrayList<>();
        rows.add(new SubjectMarks("mon-tv", "TV", "Tiếng Việt", "T", 9, false, "Đọc tốt.", "gv-1", "Nguyễn Thị Hoa"));
        rows.add(new SubjectMarks("mon-toan", "TOAN", "Toán", "H", 6, false, "Tính còn chậm.", "gv-2", "Trần Văn Ân"));
        rows.add(new SubjectMarks("mon-gdtc", "GDTC", "Giáo dục thể chất", null, null, true, null, null, null));
        return rows;
    }

    private Summary summary() {
        return sparse
                ? new Summary(null, null, null, null, null, null, homeroomComment, "COMPLETED", true, null, null)
                : new Summary(
                        3,
                        0,
                        BigDecimal.valueOf(131),
                        BigDecimal.valueOf(28),
                        "gv-1",
                        "Nguyễn Thị Hoa",
                        homeroomComment,
                        "COMPLETED",
                        true,
                        Boolean.TRUE,
                        "");
    }
}
