package vn.hocba.assessment;

/** A title that a regulation itself awards at the end of the year. Rewards of other kinds are free words of the school. */
public interface Title {

    /** As the regulation writes it. */
    String term();

    /** The code of the only result that it goes with. */
    String result();

    /** Whether it needs more than the result, for which the person who signs vouches. */
    boolean needsMore();

    /** Whether words are this title and nothing else, however it is spelled. */
    boolean isAll(String words);

    /** Whether words award this title, perhaps with the class or the year behind it. */
    boolean isAwardedBy(String words);

    /** Whether words sound like this title somewhere, even where they may be praise of another kind. */
    boolean isMentionedIn(String words);
}
