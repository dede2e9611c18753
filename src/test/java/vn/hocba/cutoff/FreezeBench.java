package vn.hocba.cutoff;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.calendar.Wave;

/**
 * Prints how fast provinces of different sizes are frozen, in a database file as an installation without MySQL has it; runs only when named:
 * {@code ./mvnw test -Dtest=FreezeBench}, or with 1 GB and both compilers {@code ./mvnw test -Pbench}.
 */
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
@Import(AcceptedProvince.class)
@DirtiesContext
class FreezeBench {

    private static final int WARM_UP = 2_000;

    /** Others by {@code -Dfreeze.sizes=2000,20000}: the largest takes a quarter of an hour and 4 GB of disk. */
    private static final int[] SIZES = Stream.of(
                    System.getProperty("freeze.sizes", "2000,20000,100000").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();

    private static final int PER_TRANSACTION = 50;

    @TempDir
    static Path data;

    @Autowired
    AcceptedProvince provinces;

    @Autowired
    StartCutOffs start;

    @Autowired
    CutOffs cutOffs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @DynamicPropertySource
    static void useAFile(DynamicPropertyRegistry registry) {
        registry.add("hocba.data-dir", data::toString);
    }

    /** What a run cost: seconds, seconds of the processor (H2 included), and the most heap that was in use, garbage included, in MB. */
    private record Cost(double seconds, double cpu, long heap) {}

    /** Each size beside what the engine alone costs: a message per record, none of our rows. */
    @Test
    void freezeOfProvincesOfGrowingSize() {
        repository
                .createDeployment()
                .addModelInstance(
                        "plain.bpmn",
                        Bpmn.createExecutableProcess("plain")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .intermediateCatchEvent()
                                .message("plain")
                                .endEvent()
                                .done())
                .deploy();
        plainMessages(WARM_UP);
        cutOff(WARM_UP);
        double first = 0;
        for (int records : SIZES) {
            Cost engine = print("engine alone", records, plainMessages(records));
            Cost freeze = print("cut-off", records, cutOff(records));
            double each = freeze.cpu() * 1e3 / records;
            first = first == 0 ? each : first;
            System.out.printf(
                    "%d: %.2f times the engine alone, %.2f times each of the first size%n",
                    records, freeze.cpu() / engine.cpu(), each / first);
        }
    }

    private static Cost print(String what, int records, Cost cost) {
        System.out.printf(
                "%s of %d: %.1f s, %.0f records/s, %.2f CPU-ms each, heap at most %d MB%n",
                what, records, cost.seconds(), records / cost.seconds(), cost.cpu() * 1e3 / records, cost.heap());
        return cost;
    }

    private Cost cutOff(int records) {
        CutOffKey key = provinces.accepted(records);
        start.start();
        String process = process(key);
        management.executeJob(job(process).getId());
        Cost cost = measured(() -> {
            // The next timer is that of the second wave.
            for (Job next = job(process); next.getDuedate() == null; next = job(process)) {
                management.executeJob(next.getId());
            }
        });
        CutOffs.Begun begun = cutOffs.find(key, Wave.FIRST).orElseThrow();
        int frozen = jdbc.sql("select count(*) from year_record where state = 'FROZEN' and school_id in"
                        + " (select id from org_unit where parent_id = ?)")
                .param(key.provinceId())
                .query(Integer.class)
                .single();
        if (begun.state() != CutOffs.State.DONE || begun.frozen() != records || frozen != records) {
            throw new AssertionError(begun + ", at the schools " + frozen);
        }
        return cost;
    }

    private Cost plainMessages(int records) {
        inTransactions(records, n -> runtime.startProcessInstanceByKey("plain"));
        List<String> waiting = runtime.createExecutionQuery().messageEventSubscriptionName("plain").list().stream()
                .map(Execution::getId)
                .toList();
        return measured(
                () -> inTransactions(waiting.size(), n -> runtime.messageEventReceived("plain", waiting.get(n))));
    }

    private void inTransactions(int count, IntConsumer work) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        for (int from = 0; from < count; from += PER_TRANSACTION) {
            int first = from;
            transaction.executeWithoutResult(status -> {
                for (int n = first; n < Math.min(first + PER_TRANSACTION, count); n++) {
                    work.accept(n);
                }
            });
        }
    }

    private static Cost measured(Runnable work) {
        List<MemoryPoolMXBean> heap = new ArrayList<>(ManagementFactory.getMemoryPoolMXBeans());
        heap.removeIf(pool -> pool.getType() != MemoryType.HEAP);
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpuBefore = threads.getCurrentThreadCpuTime();
        long before = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - before) / 1e9;
        double cpu = (threads.getCurrentThreadCpuTime() - cpuBefore) / 1e9;
        long used =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Cost(seconds, cpu, used >> 20);
    }

    private String process(CutOffKey key) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("cutOff")
                .processInstanceBusinessKey(key.toString())
                .singleResult()
                .getId();
    }

    private Job job(String process) {
        return management.createJobQuery().processInstanceId(process).singleResult();
    }
}
