package vn.hocba.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The principal of the security context: our user, as Spring Security wants to see it. */
record SignedInUser(CurrentUser user, String password, Instant since) implements SignedIn, UserDetails {

    private static final long serialVersionUID = 1L;

    /** What the session keeps of a person: never the password's hash. */
    static Authentication authentication(CurrentUser user, Instant since, Object details) {
        SignedInUser principal = new SignedInUser(user, null, since);
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        token.setDetails(details);
        return token;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities(user);
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getUsername() {
        return user.username();
    }

    static List<SimpleGrantedAuthority> authorities(CurrentUser user) {
        return user.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
