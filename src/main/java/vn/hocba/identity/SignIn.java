package vn.hocba.identity;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The embedded sign-in: user name and password against our accounts, slower and slower after wrong tries. */
@Component
class SignIn extends DaoAuthenticationProvider {

    private final SignInAttempts attempts;

    SignIn(AccountRepository accounts, PasswordEncoder encoder, SignInAttempts attempts) {
        super(username -> accounts.findByUsername(username)
                .filter(account -> account.active && account.password != null)
                .map(account -> new SignedInUser(account.toUser(), account.password))
                .orElseThrow(() -> new UsernameNotFoundException(username)));
        setPasswordEncoder(encoder);
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String username = asked.getName();
        attempts.mayTry(username);
        try {
            Authentication known = super.authenticate(asked);
            attempts.forget(username);
            return withoutPassword((SignedInUser) known.getPrincipal());
        } catch (BadCredentialsException e) {
            attempts.failed(username);
            throw e;
        }
    }

    /** The session must not keep the password's hash. */
    private static Authentication withoutPassword(SignedInUser known) {
        SignedInUser principal = new SignedInUser(known.user(), null);
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
    }
}
