package vn.hocba;

import javax.sql.DataSource;
import vn.hocba.shared.Ids;

class ExistingDataTest extends ExistingData {

    @Override
    DataSource empty() {
        return database("jdbc:h2:mem:" + Ids.next() + ";MODE=MySQL;DB_CLOSE_DELAY=-1", "sa", "");
    }

    @Override
    String triggers() {
        return "h2";
    }

    @Override
    String initial() {
        return null;
    }
}
