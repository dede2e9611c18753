package vn.hocba;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same on the server that a real installation uses. */
@ExtendWith(MySqlServer.class)
class ExistingDataOnMySqlIT extends ExistingData {

    @Override
    DataSource empty() {
        return database(
                MySqlServer.url() + "?connectionTimeZone=UTC&connectionCollation=utf8mb4_bin",
                MySqlServer.USER,
                MySqlServer.PASSWORD);
    }

    @Override
    String triggers() {
        return "mysql";
    }

    @Override
    String initial() {
        return "alter database character set utf8mb4 collate utf8mb4_bin";
    }
}
