package vn.hocba.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.tools.TriggerAdapter;

/**
 * The trigger of H2 on what the Sở confirms: a signed list, a hashed entry and a hashed piece stay as they are. MySQL has the same in {@code db/mysql}.
 */
public class ConfirmedRowGuard extends TriggerAdapter {

    @Override
    public void fire(Connection connection, ResultSet oldRow, ResultSet newRow) throws SQLException {
        String fixedBy =
                switch (tableName.toLowerCase(Locale.ROOT)) {
                    case "receipt_list" -> "signed_at";
                    case "receipt_list_item" -> "leaf";
                    default -> "root";
                };
        if (oldRow.getObject(fixedBy) != null) {
            throw new SQLException("confirmed by the Sở", "45000");
        }
    }
}
