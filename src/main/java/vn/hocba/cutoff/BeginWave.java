package vn.hocba.cutoff;

import org.springframework.stereotype.Component;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffs.Begun;
import vn.hocba.registry.Freeze;

/** A wave begins: from when its records are in effect, and how many they are. */
@Component
class BeginWave {

    private final CutOffs cutOffs;
    private final SetAside setAside;
    private final Calendar calendar;
    private final Freeze freeze;
    private final AuditLog audit;

    BeginWave(CutOffs cutOffs, SetAside setAside, Calendar calendar, Freeze freeze, AuditLog audit) {
        this.cutOffs = cutOffs;
        this.setAside = setAside;
        this.calendar = calendar;
        this.freeze = freeze;
        this.audit = audit;
    }

    Begun of(CutOffKey year, Wave wave, String provinceCode) {
        setAside.beginAnew(year, provinceCode);
        Begun begun = cutOffs.begin(
                year,
                wave,
                calendar.of(year.provinceId(), year.schoolYear())
                        .limit(wave.cutOff())
                        .lastDay()
                        .plusDays(1),
                freeze.waiting(provinceCode, year.schoolYear(), wave));
        audit.append(year.provinceId(), "cut-off.begun", wave + " " + year.schoolYear() + ": " + begun.total());
        return begun;
    }
}
