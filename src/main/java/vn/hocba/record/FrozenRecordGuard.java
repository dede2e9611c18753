package vn.hocba.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.tools.TriggerAdapter;

/**
 * The trigger of H2 on a year record and its parts: once the record is frozen, neither changes (domain §11, invariant 4). The domain refuses earlier and with
 * words; this holds against everything that does not ask the domain. MySQL has the same in {@code db/mysql}.
 */
public class FrozenRecordGuard extends TriggerAdapter {

    private static final String FROZEN = RecordState.FROZEN.name();
    private static final String ITSELF = "YEAR_RECORD";

    @Override
    public void fire(Connection connection, ResultSet oldRow, ResultSet newRow) throws SQLException {
        ResultSet row = oldRow == null ? newRow : oldRow;
        boolean frozen = isItself()
                ? FROZEN.equals(row.getString("state"))
                : isFrozen(connection, row.getString("year_record_id"));
        if (frozen) {
            throw new SQLException("frozen year record", "45000");
        }
    }

    /** While a migration has added a column and until the next start, H2 calls the table by the name of the copy that it made: YEAR_RECORD_COPY_1_2. */
    private boolean isItself() {
        return tableName.toUpperCase(Locale.ROOT).startsWith(ITSELF);
    }

    private static boolean isFrozen(Connection connection, String yearRecordId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select state from year_record where id = ?")) {
            select.setString(1, yearRecordId);
            try (ResultSet found = select.executeQuery()) {
                return found.next() && FROZEN.equals(found.getString(1));
            }
        }
    }
}
