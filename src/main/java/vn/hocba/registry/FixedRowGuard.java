package vn.hocba.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.tools.TriggerAdapter;

/** The trigger of H2 on what is only ever added to the province's data. MySQL has the same in {@code db/mysql}. */
public class FixedRowGuard extends TriggerAdapter {

    @Override
    public void fire(Connection connection, ResultSet oldRow, ResultSet newRow) throws SQLException {
        throw new SQLException("registered supplement", "45000");
    }
}
