package vn.hocba.cutoff;

import java.util.Date;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.Wave;

/**
 * What the model {@code processes/cut-off.bpmn} calls, in the engine's own transaction. The engine runs each chunk as a job of its own, so that after a crash
 * it goes on with the chunk that was not done.
 */
@Component("cutOff")
@Transactional(propagation = Propagation.MANDATORY)
class CutOffSteps {

    private final Calendar calendar;
    private final FreezeNext freezing;
    private final EndWave ending;

    CutOffSteps(Calendar calendar, FreezeNext freezing, EndWave ending) {
        this.calendar = calendar;
        this.freezing = freezing;
        this.ending = ending;
    }

    /** When a wave is cut off, for its timer. */
    public Date at(String key, String waveName) {
        CutOffKey year = CutOffKey.parse(key);
        return Date.from(calendar.of(year.provinceId(), year.schoolYear()).cutOff(Wave.valueOf(waveName)));
    }

    /**
     * Freezes the next chunk: in the job's own transaction, and where that has failed before, record by record. After it each record of the chunk is frozen, put
     * back for the next chunk or set aside, so that there is an end.
     *
     * @return whether there may be more
     */
    public boolean freezeNext(String key, String waveName) {
        return freezing.of(CutOffKey.parse(key), Wave.valueOf(waveName));
    }

    /** Lists who was left out, and ends the wave. */
    public void end(String key, String waveName) {
        ending.of(CutOffKey.parse(key), Wave.valueOf(waveName));
    }
}
