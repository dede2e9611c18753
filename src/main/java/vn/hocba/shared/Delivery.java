package vn.hocba.shared;

/**
 * How the other side of a gateway has decided on what was sent to it. That it could not be reached is no decision: then {@link Unreachable} is thrown.
 *
 * @param <A> what it answers
 */
public sealed interface Delivery<A> {

    /** It has taken what was sent. */
    record Answered<A>(A answer) implements Delivery<A> {}

    /**
     * It does not take what was sent as a whole; sending the same again is of no use until somebody repairs the cause.
     *
     * @param reason and what to do next, in Vietnamese
     */
    record TurnedDown<A>(String reason) implements Delivery<A> {}
}
