package vn.hocba.identity;

import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategyConfiguration;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What is open to anyone, how people sign in, and what the browser is told to refuse. Everything else needs a sign-in. */
@Configuration
@EnableWebSecurity
@Import(VaadinAwareSecurityContextHolderStrategyConfiguration.class)
@ConditionalOnWebApplication
class SecurityConfiguration {

    private static final String LOGIN = "/login";

    /** Vaadin 24 starts itself with inline scripts and eval; whatever is not its own comes from this server only. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    @Bean
    SecurityFilterChain screens(
            HttpSecurity http,
            SignIn signIn,
            KnownDevices devices,
            AccountStanding standing,
            SignInPolicy limits,
            Clock clock)
            throws Exception {
        http.authenticationManager(new ProviderManager(signIn));
        http.addFilterAfter(
                new FreshRights(standing, limits.longestSession(), clock), SecurityContextHolderFilter.class);
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                        "/ui/**", "/webjars/**", "/tra-cuu/**", "/actuator/health/**", "/favicon.ico")
                .permitAll());
        http.formLogin(form -> form.loginPage(LOGIN)
                .permitAll()
                .authenticationDetailsSource(SignInRequest::new)
                .failureHandler(new SignInFailure()));
        http.sessionManagement(sessions -> sessions.addSessionAuthenticationStrategy(new AfterSignIn(devices)));
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .contentTypeOptions(Customizer.withDefaults())
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()")));
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(LOGIN, LOGIN)
                .defaultSuccessUrl("/"));
        return http.build();
    }
}
