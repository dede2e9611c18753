package vn.hocba.request;

/**
 * Told, in the same transaction, when a request has come to its end, whatever that is.
 *
 * @param kind stored name of its kind, see {@link RequestType}
 * @param yearRecordId null where it was about no record
 */
public record RequestEnded(String kind, String yearRecordId, RequestState how) {}
