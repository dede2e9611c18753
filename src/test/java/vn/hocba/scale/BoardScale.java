package vn.hocba.scale;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.oversight.ProgressBoard;
import vn.hocba.oversight.ProgressBoard.Ask;
import vn.hocba.oversight.ProgressBoard.Order;
import vn.hocba.oversight.ReconcileCounts;

/** What the boards of those cost who supervise schools, at 10,000 and at 1,000,000 open work items. Import it into a test's context. */
final class BoardScale {

    private static final List<Integer> SCHOOLS = List.of(12, 1_200);
    private static final int WARM_UP = 20;
    private static final int CALLS = 40;

    private final ProgressBoard board;
    private final Session session;
    private final ReconcileCounts reconcile;

    BoardScale(ProgressBoard board, Session session, ReconcileCounts reconcile) {
        this.board = board;
        this.session = session;
        this.reconcile = reconcile;
    }

    /** @param server how long the processors have worked for a database server beside this process */
    void print(String database, FilledProvince province, Supplier<Duration> server) {
        for (int schools : SCHOOLS) {
            province.grow(schools);
            long before = System.nanoTime();
            reconcile.run();
            System.out.printf(
                    "%s: %,d open work items, counted anew in %.0f s%n",
                    database, schools * FilledProvince.OPEN_PER_SCHOOL, (System.nanoTime() - before) / 1e9);
            cost("schools, Sở, by name", province.officer(), () -> board.schools(Ask.first(null, 50)), server);
            cost(
                    "schools, Sở, most late first",
                    province.officer(),
                    () -> board.schools(new Ask(null, "", Order.LATE, true, 0, 50)),
                    server);
            cost(
                    "schools, Sở, searched",
                    province.officer(),
                    () -> board.schools(new Ask(null, "so 11", Order.NAME, false, 0, 50)),
                    server);
            cost("schools, unit of ten", province.supervisor(), () -> board.schools(Ask.first(null, 50)), server);
            cost("one school", province.supervisor(), () -> board.school(province.firstSchool(), null), server);
        }
    }

    private void cost(String name, CurrentUser who, Supplier<Object> call, Supplier<Duration> server) {
        for (int i = 0; i < WARM_UP; i++) {
            session.as(who, call);
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime() + server.get().toNanos();
        for (int i = 0; i < CALLS; i++) {
            session.as(who, call);
        }
        long used = threads.getCurrentThreadCpuTime() + server.get().toNanos() - before;
        System.out.printf("%-32s %8.2f CPU-ms%n", name, used / 1e6 / CALLS);
    }
}
