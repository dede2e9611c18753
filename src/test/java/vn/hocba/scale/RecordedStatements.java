package vn.hocba.scale;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Writes down every statement that goes to the database, whoever sends it, with the values bound to it. Import it into a test's context. */
public final class RecordedStatements implements BeanPostProcessor {

    private static final ThreadLocal<Map<String, Recorded>> RECORDED = new ThreadLocal<>();

    /** How often a statement was sent, and the values that it had first. */
    public record Recorded(List<Object> values, int times) {

        private Recorded again(Recorded other) {
            return new Recorded(values, times + other.times);
        }
    }

    /** What this thread sends while something is done, by its text. */
    public static Map<String, Recorded> during(Runnable work) {
        Map<String, Recorded> recorded = new LinkedHashMap<>();
        RECORDED.set(recorded);
        try {
            work.run();
        } finally {
            RECORDED.remove();
        }
        return recorded;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource
                ? proxy(
                        DataSource.class,
                        dataSource,
                        (method, args, result) ->
                                result instanceof Connection connection ? watched(connection) : result)
                : bean;
    }

    private interface After {
        Object returned(String method, Object[] args, Object result);
    }

    private static Connection watched(Connection connection) {
        return proxy(
                Connection.class,
                connection,
                (method, args, result) -> result instanceof PreparedStatement statement && args[0] instanceof String sql
                        ? watched(statement, sql)
                        : result);
    }

    private static PreparedStatement watched(PreparedStatement statement, String sql) {
        TreeMap<Integer, Object> values = new TreeMap<>();
        return proxy(PreparedStatement.class, statement, (method, args, result) -> {
            if (method.equals("setNull")) {
                values.put((Integer) args[0], null);
            } else if (method.startsWith("set")
                    && args != null
                    && args.length > 1
                    && args[0] instanceof Integer place) {
                values.put(place, args[1]);
            } else if (method.startsWith("execute") && RECORDED.get() != null) {
                RECORDED.get().merge(sql, new Recorded(new ArrayList<>(values.values()), 1), Recorded::again);
            }
            return result;
        });
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        InvocationHandler handler = (self, method, args) -> {
            try {
                return after.returned(method.getName(), args, method.invoke(target, args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(
                Proxy.newProxyInstance(RecordedStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Sends a statement with these values, after a word such as «explain», and gives what comes back. */
    static <T> T send(Connection connection, String sql, List<Object> values, Reader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        }
    }

    /** Reads what comes back. */
    interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
