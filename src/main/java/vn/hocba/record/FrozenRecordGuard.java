package vn.hocba.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.h2.tools.TriggerAdapter;

/**
 * The trigger of H2 on a year record and its parts: once the record is frozen, neither changes (domain §11, invariant 4). The domain refuses earlier and with
 * words; this holds against everything that does not ask the domain. MySQL has the same in {@code db/mysql}.
 */
public class FrozenRecordGuard extends TriggerAdapter {

    private static final String FROZEN = RecordState.FROZEN.name();
    private static final String OF_RECORD = "YEAR_RECORD_ID";

    @Override
    public void fire(Connection connection, ResultSet oldRow, ResultSet newRow) throws SQLException {
        ResultSet row = oldRow == null ? newRow : oldRow;
        boolean frozen =
                isPart(row) ? isFrozen(connection, row.getString(OF_RECORD)) : FROZEN.equals(row.getString("state"));
        if (frozen) {
            throw new SQLException("frozen year record", "45000");
        }
    }

    /** The table's name does not tell: after a column was added, H2 goes on naming the copy that it made meanwhile. */
    private static boolean isPart(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            if (columns.getColumnName(column).equalsIgnoreCase(OF_RECORD)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFrozen(Connection connection, String yearRecordId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select state from year_record where id = ?")) {
            select.setString(1, yearRecordId);
            try (ResultSet found = select.executeQuery()) {
                return found.next() && FROZEN.equals(found.getString("state"));
            }
        }
    }
}
