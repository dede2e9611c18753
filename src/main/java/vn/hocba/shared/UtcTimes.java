package vn.hocba.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants in columns: stored as UTC wall time, whatever the zone of the machine. */
public final class UtcTimes {

    private UtcTimes() {}

    /** Reads a column; null stays null. */
    public static Instant read(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    /** What to bind for an instant; null stays null. */
    public static LocalDateTime bind(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
