package vn.hocba.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.hocba.scale.WaitedFor.Call;

/** Measures what people wait for in a small and in a large province, in time of the processors: the neighbours on the machine do not count. */
final class Scale {

    /** A person's own share is the same at both: about 10,000 and 1,000,000 open work items, unless {@code -Dhocba.scale=12,120} says so. */
    private static final List<Integer> SCHOOLS = Arrays.stream(
                    System.getProperty("hocba.scale", "12,1200").split(","))
            .map(Integer::valueOf)
            .toList();

    private static final long ENOUGH_NANOS = 400_000_000;
    private static final int ENOUGH_CALLS = 100;
    private static final int WARM_UP = 3;
    private static final double NANOS_PER_MILLI = 1e6;

    private Scale() {}

    /**
     * Fills and measures, prints a table.
     *
     * @param database what it is called in the table
     * @param server how long the processors have worked for a database server beside this process
     */
    static void print(String database, FilledProvince province, WaitedFor waitedFor, Supplier<Duration> server) {
        Map<String, double[]> costs = new LinkedHashMap<>();
        Map<String, Object> results = new LinkedHashMap<>();
        for (int size = 0; size < SCHOOLS.size(); size++) {
            long before = System.nanoTime();
            province.grow(SCHOOLS.get(size));
            waitedFor.count();
            System.out.printf(
                    "%s: %,d open work items, filled in %.0f s%n",
                    database, SCHOOLS.get(size) * FilledProvince.OPEN_PER_SCHOOL, (System.nanoTime() - before) / 1e9);
            for (Call call : waitedFor.in(province)) {
                costs.computeIfAbsent(call.name(), name -> new double[SCHOOLS.size()])[size] = cost(call, server);
                Object result = call.work().get();
                Object known = results.putIfAbsent(call.name(), result);
                if (call.own() && known != null) {
                    assertThat(result).as(call.name()).isEqualTo(known);
                }
            }
        }
        System.out.printf(
                "%-45s %10s %10s %7s %8s%n",
                "CPU-ms, " + database + ", open items", open(0), open(1), "ratio", "look-ups");
        double lookUp = costs.values().iterator().next()[1];
        costs.forEach((name, cost) -> System.out.printf(
                "%-45s %10.2f %10.2f %7.1f %8.0f%s%n",
                name, cost[0], cost[1], cost[1] / cost[0], cost[1] / lookUp, cost[1] > 50 ? "  more than 50 ms" : ""));
    }

    private static String open(int size) {
        return String.format("%,d", SCHOOLS.get(size) * FilledProvince.OPEN_PER_SCHOOL);
    }

    private static double cost(Call call, Supplier<Duration> server) {
        long begun = System.nanoTime();
        for (int i = 0; i < WARM_UP && System.nanoTime() - begun < ENOUGH_NANOS; i++) {
            call.work().get();
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime() + server.get().toNanos();
        begun = System.nanoTime();
        int calls = 0;
        do {
            call.work().get();
            calls++;
        } while (calls < ENOUGH_CALLS && System.nanoTime() - begun < ENOUGH_NANOS);
        return (threads.getCurrentThreadCpuTime() + server.get().toNanos() - before) / NANOS_PER_MILLI / calls;
    }
}
