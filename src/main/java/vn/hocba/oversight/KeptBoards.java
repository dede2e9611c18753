package vn.hocba.oversight;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.oversight.SchoolSnapshots.Board;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolYears;

/**
 * Reads for the boards when nobody waits for it: those of every Sở as soon as the process runs, what has changed every few seconds, and now and then everything
 * anew, whatever was said to have changed. Each process does it for itself.
 */
@Component
class KeptBoards {

    private final SchoolSnapshots snapshots;
    private final SchoolDirectory directory;
    private final SchoolYears years;
    private final RunningYear running;
    private final TransactionTemplate transaction;

    KeptBoards(
            SchoolSnapshots snapshots,
            SchoolDirectory directory,
            SchoolYears years,
            RunningYear running,
            PlatformTransactionManager transactions) {
        this.snapshots = snapshots;
        this.directory = directory;
        this.years = years;
        this.running = running;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    /** Many changes at once are read by this, few by whoever looks. */
    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    void readOn() {
        snapshots.kept().forEach(board -> transaction.executeWithoutResult(status -> snapshots.readOn(board)));
    }

    /** The boards of the years that run, and what others have looked at since the last time; the rest is forgotten. */
    @Scheduled(fixedDelay = 600_000)
    void readWhole() {
        Set<Board> boards = new HashSet<>();
        directory.provinces().forEach(province -> running(province).forEach(boards::add));
        for (Board board : snapshots.kept()) {
            if (boards.contains(board) || !snapshots.forgetUnasked(board)) {
                boards.add(board);
            }
        }
        boards.forEach(board -> transaction.executeWithoutResult(status -> snapshots.readWhole(board)));
    }

    /** Those of a Sở that change still, and the one that it is shown first. */
    private Stream<Board> running(Unit province) {
        List<Integer> known = years.under(province.path());
        return Stream.concat(
                        running.choose(known, null, province.id(), province.path()).stream(),
                        known.stream().filter(year -> !running.isOver(year, province.id(), province.id())))
                .distinct()
                .map(year -> new Board(province.id(), province.path(), year));
    }
}
