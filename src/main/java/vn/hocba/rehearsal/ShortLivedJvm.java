package vn.hocba.rehearsal;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java virtual machine for minutes of work. The JVM counts on hours: its optimising compiler took half of the processor time of a rehearsal and gave little
 * of it back (docs/decisions/0008). Only a flag at its start turns that compiler off, so the command starts itself again.
 */
final class ShortLivedJvm {

    private static final String OPTION = "TieredStopAtLevel";
    private static final String FIRST_COMPILER_ONLY = "-XX:" + OPTION + "=1";

    /** Without the optimising compiler the JVM keeps so little room for compiled code that a whole year does not fit, and goes on uncompiled. */
    private static final String ROOM_FOR_CODE = "-XX:ReservedCodeCacheSize=200m";

    private ShortLivedJvm() {}

    /** Whether this JVM could be such a one, and nobody who started it decided otherwise: a rehearsal of many thousands is faster with both compilers. */
    static boolean isWorthwhile() {
        HotSpotDiagnosticMXBean hotSpot = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return hotSpot != null
                && hotSpot.getVMOption(OPTION).getOrigin() == VMOption.Origin.DEFAULT
                && arguments().stream().noneMatch(argument -> argument.startsWith("-agentlib:"));
    }

    /**
     * Runs a command of the application in such a JVM, with this one's settings, and waits for its end.
     *
     * @return its exit code
     */
    static int run(Class<?> application, String command, List<String> args) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(arguments());
        line.addAll(List.of(
                FIRST_COMPILER_ONLY,
                ROOM_FOR_CODE,
                "-cp",
                System.getProperty("java.class.path"),
                application.getName()));
        line.add(command);
        line.addAll(args);
        Process process = new ProcessBuilder(line).inheritIO().start();
        Thread stop = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(stop);
        int exitCode = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(stop);
        return exitCode;
    }

    private static List<String> arguments() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }
}
