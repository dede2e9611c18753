package vn.hocba.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Two nodes that start at the same moment over a new database. */
class EngineIndexesTest {

    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:engine-indexes;MODE=MySQL;DB_CLOSE_DELAY=-1", "sa", "");
    private ProcessEngine engine;

    @BeforeEach
    void anEngineWithItsTables() {
        engine = new StandaloneInMemProcessEngineConfiguration()
                .setDataSource(database)
                .setJobExecutorActivate(false)
                .setProcessEngineName("engine-indexes")
                .buildProcessEngine();
    }

    @AfterEach
    void end() throws SQLException {
        engine.close();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
        database.dispose();
    }

    @Test
    void bothStartAndTheIndexIsThereOnce() throws SQLException {
        CyclicBarrier bothHaveLooked = new CyclicBarrier(2);

        List<Throwable> failures = Stream.of(start(bothHaveLooked), start(bothHaveLooked))
                .map(starting -> starting.handle((nothing, failure) -> failure).join())
                .filter(failure -> failure != null)
                .toList();

        assertThat(failures).isEmpty();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select count(*) from information_schema.indexes where index_name ilike 'hocba_task_parent'")) {
            found.next();
            assertThat(found.getInt(1)).isOne();
        }
    }

    private CompletableFuture<Void> start(CyclicBarrier bothHaveLooked) {
        return CompletableFuture.runAsync(() -> {
            try {
                new EngineIndexes(new Meeting(database, bothHaveLooked), engine).afterPropertiesSet();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Its connections wait for the other node after their first look at the indexes. */
    private static final class Meeting extends DelegatingDataSource {

        private final CyclicBarrier bothHaveLooked;

        Meeting(JdbcConnectionPool database, CyclicBarrier bothHaveLooked) {
            super(database);
            this.bothHaveLooked = bothHaveLooked;
        }

        @Override
        public Connection getConnection() throws SQLException {
            boolean[] met = {false};
            return proxy(Connection.class, super.getConnection(), (name, result) -> {
                if (!name.equals("getMetaData")) {
                    return result;
                }
                return proxy(DatabaseMetaData.class, (DatabaseMetaData) result, (question, answer) -> {
                    if (question.equals("getIndexInfo") && !met[0]) {
                        met[0] = true;
                        bothHaveLooked.await(60, TimeUnit.SECONDS);
                    }
                    return answer;
                });
            });
        }

        private interface Then {
            Object apply(String method, Object result) throws Exception;
        }

        private static <T> T proxy(Class<T> type, T target, Then then) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
                        try {
                            return then.apply(method.getName(), method.invoke(target, args));
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }
    }
}
