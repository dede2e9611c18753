package vn.hocba.scale;

import java.util.Locale;
import java.util.Set;

/** The tables that have more rows with every school and every year. */
final class Growing {

    private static final Set<String> TABLES = Set.of(
            "account",
            "arrival_case",
            "audit_event",
            "batch",
            "batch_item",
            "cell_change",
            "certificate",
            "co_teacher",
            "cut_off_exception",
            "duty_term",
            "enrolment",
            "hand_over_draft",
            "imported_mark",
            "ministry_report_change",
            "ministry_report_item",
            "pupil",
            "pupil_study",
            "receipt",
            "receipt_list_item",
            "record_holder",
            "record_part",
            "record_request",
            "record_signature",
            "record_supplement",
            "record_version",
            "refused_entry",
            "registered_record",
            "request_decision",
            "request_file",
            "role_grant",
            "school_change",
            "school_class",
            "school_record",
            "signing_draft",
            "signing_session",
            "staff",
            "submission_item",
            "submission_package",
            "teaching_assignment",
            "work_item",
            "year_record");

    private Growing() {}

    /** Whether it is one of them; of the engine's, those of what runs and what ran. */
    static boolean is(String table) {
        String name = table.toLowerCase(Locale.ROOT);
        return TABLES.contains(name) || name.startsWith("act_ru_") || name.startsWith("act_hi_");
    }
}
