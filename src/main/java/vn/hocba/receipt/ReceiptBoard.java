package vn.hocba.receipt;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.cutoff.CutOffBoard;
import vn.hocba.identity.Right;
import vn.hocba.registry.ConfirmedList;
import vn.hocba.registry.ConfirmedLists;
import vn.hocba.registry.HashLists;
import vn.hocba.registry.ReceiptListState;

/** What the Sở sees of its lists of receipts: what each confirms, and how far it has come. */
@Service
@Transactional(readOnly = true)
public class ReceiptBoard {

    /** So many lists of the intake are shown. */
    private static final int SHOWN = 30;

    private final OwnLists own;
    private final ConfirmedLists lists;
    private final CutOffBoard cutOffs;

    ReceiptBoard(OwnLists own, ConfirmedLists lists, CutOffBoard cutOffs) {
        this.own = own;
        this.lists = lists;
        this.cutOffs = cutOffs;
    }

    /** The school years of the classes in the province, latest first. */
    public List<Integer> schoolYears() {
        own.province(Right.SEE_RECEIPTS);
        return cutOffs.schoolYears();
    }

    /** How many lists wait for a signature. */
    public int waiting() {
        return lists.waiting(own.province(Right.SEE_RECEIPTS).id());
    }

    /** The Sở, as its certificate names it. */
    public String ownName() {
        return own.province(Right.SEE_RECEIPTS).name();
    }

    /** How many entries of a list are hashed. */
    public int hashed(ConfirmedList list) {
        return HashLists.hashed(list);
    }

    /** The lists of the freezes of a year and the latest of the intake; what was empty is left out. */
    public List<ConfirmedList> of(int schoolYear) {
        String province = own.province(Right.SEE_RECEIPTS).id();
        List<ConfirmedList> all = new ArrayList<>(lists.ofYear(province, schoolYear));
        all.addAll(lists.ofIntake(province, SHOWN));
        all.removeIf(list -> list.state() == ReceiptListState.EMPTY);
        return all;
    }
}
