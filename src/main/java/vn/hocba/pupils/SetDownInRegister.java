package vn.hocba.pupils;

import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;

/** What the office that keeps the register enters about a pupil, from the page of a record that is open for entry. */
abstract class SetDownInRegister implements RecordAction {

    private final String name;
    private final int place;
    private final String form;

    SetDownInRegister(String name, int place, String form) {
        this.name = name;
        this.place = place;
        this.form = form;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Right right() {
        return Right.KEEP_REGISTER;
    }

    @Override
    public final int place() {
        return place;
    }

    @Override
    public final boolean isFor(CurrentUser who, YearRecord record) {
        return Right.KEEP_REGISTER.isOf(who, record.schoolId());
    }

    @Override
    public final boolean isAt(YearRecord record) {
        return record.state().isOpenForEntry();
    }

    @Override
    public final Offer offer(YearRecord record, CurrentUser who) {
        return Offer.possible(name, form);
    }
}
