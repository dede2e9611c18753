package vn.hocba.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often a sign-in may fail, and how long one lasts.
 *
 * @param wrongTriesPerAddress within the window, from one address, over all user names; a school behind one address shares them
 * @param wrongTriesPerName within the window, of one user name, from everywhere but the browsers by which that person has signed in before
 * @param window after which the tries are there again
 * @param longestSession after this a person signs in anew, however busy
 * @param visitorSession idle time after which the session of somebody who has not signed in is dropped
 */
@ConfigurationProperties("hocba.sign-in")
record SignInPolicy(
        int wrongTriesPerAddress,
        int wrongTriesPerName,
        Duration window,
        Duration longestSession,
        Duration visitorSession) {}
