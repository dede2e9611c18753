package vn.hocba.rehearsal;

import java.io.PrintStream;

/** One line on the terminal that fills up; several threads may show how far they are. */
class PhaseProgress {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private String label = "";
    private int lastPercent = -1;

    PhaseProgress(PrintStream out) {
        this.out = out;
    }

    /** Starts a new line of its own. */
    synchronized void begin(String what) {
        end();
        label = what;
        lastPercent = -1;
        show(0, 1);
    }

    /** Shows how far it is; draws only when that changes a whole percent. */
    synchronized void show(int done, int total) {
        int percent = total == 0 ? 100 : (int) (100L * done / total);
        if (percent == lastPercent) {
            return;
        }
        lastPercent = percent;
        int filled = percent * WIDTH / 100;
        out.printf("\r%-34s [%s%s] %3d%%", label, "#".repeat(filled), "-".repeat(WIDTH - filled), percent);
        out.flush();
    }

    /** Says something on a line of its own. */
    synchronized void say(String words) {
        end();
        out.println(words);
    }

    /** Ends the line. */
    synchronized void end() {
        if (lastPercent >= 0) {
            out.println();
            lastPercent = -1;
        }
    }
}
