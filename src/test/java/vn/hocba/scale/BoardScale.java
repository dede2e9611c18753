package vn.hocba.scale;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.oversight.ProgressBoard;
import vn.hocba.oversight.ProgressBoard.Ask;
import vn.hocba.oversight.ProgressBoard.Order;
import vn.hocba.oversight.ReadAnew;
import vn.hocba.shared.KeptCounts;

/** What the boards of those cost who supervise schools, at 12 and at 1,200 schools. Import it into a test's context. */
final class BoardScale {

    private static final List<Integer> SCHOOLS = List.of(12, 1_200);
    private static final int COMPILED = 1_000;
    private static final int WARM_UP = 50;
    private static final int CALLS = 100;
    private static final String PASSWORD = "mat-khau-cua-so";

    private final ProgressBoard board;
    private final ReadAnew anew;
    private final Session session;
    private final Accounts accounts;
    private final KeptCounts counts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    BoardScale(
            ProgressBoard board,
            ReadAnew anew,
            Session session,
            Accounts accounts,
            KeptCounts counts,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.board = board;
        this.anew = anew;
        this.session = session;
        this.accounts = accounts;
        this.counts = counts;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param port of the server in this process */
    void print(FilledProvince province, int port) {
        for (int schools : SCHOOLS) {
            province.growCounts(schools);
            System.out.printf("%,d schools%n", schools);
            CurrentUser officer = province.officer();
            Supplier<Object> visit = visit(officer, Order.NAME, "");
            for (int i = 0; i < COMPILED; i++) {
                change(1);
                visit.get();
            }
            cost("all schools, when nobody waits", () -> {}, () -> {
                transaction.executeWithoutResult(status -> anew.boardOf(officer, FilledProvince.YEAR));
                return officer;
            });
            cost("visit, nothing changed", () -> {}, visit);
            cost("visit, one school changed", () -> change(1), visit);
            cost("visit, a hundred changed", () -> change(100), visit);
            cost("most late first", () -> {}, visit(officer, Order.LATE, ""));
            cost("most late first, one changed", () -> change(1), visit(officer, Order.LATE, ""));
            cost("searched", () -> {}, visit(officer, Order.NAME, "so 11"));
            cost("unit of ten", () -> {}, visit(province.supervisor(), Order.NAME, ""));
            accounts.put(new NewAccount(
                    officer.username(),
                    PASSWORD,
                    officer.displayName(),
                    officer.title(),
                    Set.of(Role.PROVINCE, Role.PROVINCE_OFFICER, Role.PROVINCE_LEADER, Role.PROVINCE_CLERK),
                    null,
                    officer.unitId(),
                    officer.unitPath()));
            BoardVisits visits = new BoardVisits(port);
            visits.signIn(officer.username(), PASSWORD);
            visits.print("an open tab");
        }
    }

    private Supplier<Object> visit(CurrentUser who, Order order, String search) {
        return () -> session.as(who, () -> board.schools(new Ask(null, search, order, order != Order.NAME, 0, 50)));
    }

    private void change(int schools) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "select school_id from school_size where school_year = ? order by school_id limit " + schools)
                .param(FilledProvince.YEAR)
                .query(String.class)
                .list()
                .forEach(counts::changed));
    }

    private static void cost(String name, Runnable before, Supplier<Object> call) {
        for (int i = 0; i < WARM_UP; i++) {
            before.run();
            call.get();
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long used = 0;
        for (int i = 0; i < CALLS; i++) {
            before.run();
            long begun = threads.getCurrentThreadCpuTime();
            call.get();
            used += threads.getCurrentThreadCpuTime() - begun;
        }
        System.out.printf("%-32s %8.2f CPU-ms%n", name, used / 1e6 / CALLS);
    }
}
