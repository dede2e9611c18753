package vn.hocba.identity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody may do, in which roles and where: the one place that says so ({@link Access} asks it). What is not here is not allowed. What else has to hold is
 * asked where it is done, and said here for the table of {@code docs/who-may-do-what.md}, which is made of this.
 */
public enum Right {
    ENTER_MARKS(
            "types into a worksheet",
            Where.OWN_UNIT,
            "the rows of the own subject; the summary of the own class",
            Role.TEACHER),
    KEEP_COMMENTS("keeps a bank of own comments", Where.OWN_UNIT, "one's own", Role.TEACHER),
    FINISH_ROWS(
            "finishes or signs the rows of a subject",
            Where.OWN_UNIT,
            "whoever has the duty; a finished row opens again only while it is still theirs",
            Role.TEACHER),
    SEE_SUMMARY(
            "reads the homeroom summary of a class",
            Where.OWN_UNIT,
            "its homeroom teacher; who acts for the school",
            Role.TEACHER,
            Role.PRINCIPAL),
    SIGN_HOMEROOM(
            "sums up and signs a class, returns its records", Where.OWN_UNIT, "its homeroom teacher", Role.TEACHER),
    SIGN_FOR_SCHOOL(
            "approves and signs for the school, returns records from there",
            Where.OWN_UNIT,
            "head, acting head, or deputy by delegation",
            Role.PRINCIPAL),
    SEAL(
            "applies the school's seal, returns records from there",
            Where.OWN_UNIT,
            "not over the own signature for the school",
            Role.CLERK),
    RETURN_RECORDS(
            "sees where records can be returned to",
            Where.OWN_UNIT,
            "whoever has the step where they wait",
            Role.TEACHER,
            Role.PRINCIPAL,
            Role.CLERK),
    SEE_CLASSES(
            "sees the classes and where their records are",
            Where.OWN_UNIT,
            "",
            Role.PRINCIPAL,
            Role.CLERK,
            Role.SCHOOL_ADMIN),
    OPEN_YEAR("opens a school year", Where.OWN_UNIT, "", Role.SCHOOL_ADMIN),
    SEE_READINESS("sees how ready the classes are", Where.OWN_UNIT, "", Role.SCHOOL_ADMIN, Role.PRINCIPAL),
    ISSUE_CERTIFICATES("issues and revokes certificates of the sandbox", Where.OWN_UNIT, "", Role.SCHOOL_ADMIN),
    IMPORT("imports workbooks of the sector database", Where.OWN_UNIT, "", Role.SCHOOL_ADMIN),
    GIVE_ACCOUNTS("gives accounts to the staff", Where.OWN_UNIT, "", Role.SCHOOL_ADMIN),
    SEE_PEOPLE(
            "sees staff and duties, and pupils without a personal ID",
            Where.OWN_UNIT,
            "",
            Role.SCHOOL_ADMIN,
            Role.PRINCIPAL,
            Role.CLERK),
    CHANGE_DUTIES(
            "gives duties to others, for good or for a time",
            Where.OWN_UNIT,
            "to somebody who works at the school",
            Role.SCHOOL_ADMIN,
            Role.PRINCIPAL),
    GIVE_ROLES(
            "gives and ends roles: head, acting head, deputy, keeper of the seal, admin; at the Sở leader, officer, clerk",
            Where.OWN_UNIT_OR_BELOW,
            "never to oneself; a deputy of a school gives none",
            Role.PRINCIPAL,
            Role.SCHOOL_ADMIN,
            Role.SUPERVISOR,
            Role.PROVINCE_OFFICER,
            Role.PROVINCE_LEADER),
    KEEP_PEOPLE_OF_PROVINCE(
            "enters who works at the Sở, with the personal ID that a certificate names",
            Where.OWN_UNIT,
            "",
            Role.PROVINCE_OFFICER,
            Role.PROVINCE_LEADER),
    EXAMINE_FOR_PROVINCE(
            "examines what schools ask of the Sở and proposes a decision; prepares retractions",
            Where.OWN_UNIT,
            "",
            Role.PROVINCE_OFFICER),
    DECIDE_FOR_PROVINCE(
            "decides on supplements, on retractions after the freeze and on reports to the ministry; signs supplements personally",
            Where.OWN_UNIT,
            "not what the same person proposed",
            Role.PROVINCE_LEADER),
    SEAL_FOR_PROVINCE(
            "applies the certificate of the Sở and keeps it",
            Where.OWN_UNIT,
            "not over the own signature or decision",
            Role.PROVINCE_CLERK);

    private enum Where {
        OWN_UNIT,
        OWN_UNIT_OR_BELOW
    }

    private final String what;
    private final Where where;
    private final String condition;
    private final List<Role> roles;

    Right(String what, Where where, String condition, Role... roles) {
        this.what = what;
        this.where = where;
        this.condition = condition;
        this.roles = List.of(roles);
    }

    /** Any one of them suffices. */
    Role[] roles() {
        return roles.toArray(Role[]::new);
    }

    /** Whether it reaches to the units below one's own. */
    boolean reachesBelow() {
        return where == Where.OWN_UNIT_OR_BELOW;
    }

    /** All of them as a table in Markdown. */
    static String table() {
        return "| right | what a person does | in which role | where | what else has to hold |\n|---|---|---|---|---|\n"
                + Stream.of(values()).map(Right::line).collect(Collectors.joining());
    }

    private String line() {
        return "| `%s` | %s | %s | %s | %s |%n"
                .formatted(
                        this,
                        what,
                        roles.stream().map(Right::word).collect(Collectors.joining(", ")),
                        place(),
                        condition.isEmpty() ? "–" : condition)
                .replace(System.lineSeparator(), "\n");
    }

    private String place() {
        if (where == Where.OWN_UNIT_OR_BELOW) {
            return "own unit and those below";
        }
        return roles.stream().allMatch(Role::isOfProvince) ? "own Sở" : "own school";
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
