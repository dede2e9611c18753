package vn.hocba.request;

import vn.hocba.identity.Right;

/**
 * One thing that a person may do about requests: a class of its own, which offers itself with what stands in its way. Taking it decides that again, under the
 * lock, before anything happens.
 */
public sealed interface Action permits GeneralAction, RecordAction, RequestAction {

    /** Stable: {@code transfer.release}. Its words are {@code transfer.release.label}, {@code .explain} and {@code .done}. */
    String name();

    /** What a person needs to do it at all; whose business it is where, {@code isFor} says. */
    Right right();

    /** Where it stands among what is offered: what goes on first, what ends it last; the same place goes by name. */
    default int place() {
        return 0;
    }
}
