package vn.hocba.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import vn.hocba.identity.Role;
import vn.hocba.shared.UtcTimes;

/** Requests as lists read them. */
final class RequestRows {

    static final String SELECT = "select id, kind, pupil_name, class_name, state, step, waits_role, due_at,"
            + " asked_by_name, asked_at, ended_at, reason, outcome from record_request where ";

    private RequestRows() {}

    static RequestBoard.Row read(ResultSet row) throws SQLException {
        String role = row.getString("waits_role");
        return new RequestBoard.Row(
                row.getString("id"),
                row.getString("kind"),
                row.getString("pupil_name"),
                row.getString("class_name"),
                RequestState.valueOf(row.getString("state")),
                row.getString("step"),
                role == null ? null : Role.valueOf(role),
                UtcTimes.read(row, "due_at"),
                row.getString("asked_by_name"),
                UtcTimes.read(row, "asked_at"),
                UtcTimes.read(row, "ended_at"),
                row.getString("reason"),
                row.getString("outcome"));
    }

    static RequestBoard.Row of(Request request) {
        return new RequestBoard.Row(
                request.id(),
                request.kind(),
                request.pupilName(),
                request.className(),
                request.state(),
                request.step(),
                request.waitsRole(),
                request.dueAt(),
                request.askedByName(),
                request.askedAt(),
                request.endedAt(),
                request.reason(),
                request.outcome());
    }
}
