package vn.hocba.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.h2.tools.TriggerAdapter;

/**
 * The trigger of H2 on the province's records: what is frozen may be reported and retracted, and nothing else (domain §11, invariant 4). MySQL has the same in
 * {@code db/mysql}.
 */
public class FrozenRegistrationGuard extends TriggerAdapter {

    private static final List<String> FIXED =
            List.of("packet_hash", "version_no", "year_record_id", "lookup_code", "effective_on");

    @Override
    public void fire(Connection connection, ResultSet oldRow, ResultSet newRow) throws SQLException {
        RegisteredState state = state(oldRow);
        if (state.isFinal() && (newRow == null || isOtherwise(state, oldRow, newRow))) {
            throw new SQLException("frozen registered record", "45000");
        }
    }

    private static boolean isOtherwise(RegisteredState state, ResultSet oldRow, ResultSet newRow) throws SQLException {
        for (String column : FIXED) {
            if (!Objects.equals(oldRow.getObject(column), newRow.getObject(column))) {
                return true;
            }
        }
        RegisteredState other = state(newRow);
        return !(other == state || state.mayBecome(other))
                || !Arrays.equals(oldRow.getBytes("packet"), newRow.getBytes("packet"));
    }

    private static RegisteredState state(ResultSet row) throws SQLException {
        return RegisteredState.valueOf(row.getString("state"));
    }
}
