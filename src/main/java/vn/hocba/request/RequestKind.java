package vn.hocba.request;

import java.util.List;
import java.util.Map;
import vn.hocba.identity.Role;
import vn.hocba.record.YearRecord;

/**
 * One kind of request. What it offers depends on who is signed in and where the record stands; taking an offer decides that again under the record's lock.
 */
public interface RequestKind {

    /** Stable name, as stored: {@code CORRECTION}. Its words are in {@code request.kind.…}. */
    String kind();

    /** What the current user may ask for that begins without a record; taken with an empty target. */
    default List<Offer> generalOffers() {
        return List.of();
    }

    /** What the current user may do about this record now, or why not; nothing where it is no concern of theirs. */
    List<Offer> onRecord(YearRecord record);

    /** What the current user may do with this open request now. */
    List<Offer> onRequest(Request request);

    /**
     * Takes an offer.
     *
     * @param offer its name
     * @param targetId the year record's id for offers on a record, empty for general offers, else the request's
     * @return the id of the request that came of it or was moved
     * @throws vn.hocba.shared.Refused when it is not possible (any more), or not for the current user
     */
    String take(String offer, String targetId, Input input);

    /** What the request asks for beyond its reason, as name and value in words, in order. */
    Map<String, String> facts(Request request);

    /** Whether the current user may read this request, who is neither who asked, nor who has to act, nor of an office that reads all. */
    default boolean mayRead(Request request) {
        return false;
    }

    /** Whether the current user, who reads this request, may open its record too. */
    default boolean mayOpenRecord(Request request) {
        return request.yearRecordId() != null;
    }

    /** Where the person works who has to act at a step of this request. */
    String unitOf(Request request, String step);

    /** Who has to act at a step. */
    Role roleOf(String step);
}
