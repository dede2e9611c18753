package vn.hocba.workflow;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** The engine looks for subtasks at every completion without an index: a full scan that grows with the number of open tasks (21.8 ms at 200,000). */
@Component
class EngineIndexes implements InitializingBean {

    private static final String INDEX = "hocba_task_parent";

    private final DataSource dataSource;

    /** @param engine has created its tables once it is there */
    EngineIndexes(DataSource dataSource, ProcessEngine engine) {
        this.dataSource = dataSource;
        engine.getName();
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            if (!isPresent(connection)) {
                try {
                    statement.execute("create index " + INDEX + " on ACT_RU_TASK (PARENT_TASK_ID_)");
                } catch (SQLException e) {
                    // Another node that starts at the same moment may have been first.
                    if (!isPresent(connection)) {
                        throw e;
                    }
                }
            }
        }
    }

    private static boolean isPresent(Connection connection) throws SQLException {
        boolean present = false;
        try (ResultSet indexes =
                connection.getMetaData().getIndexInfo(connection.getCatalog(), null, "ACT_RU_TASK", false, true)) {
            while (indexes.next()) {
                present |= INDEX.equalsIgnoreCase(indexes.getString("INDEX_NAME"));
            }
        }
        return present;
    }
}
