package org.linli.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import org.linli.account.Accounts;
import org.linli.account.LoginThrottle;
import org.linli.account.SignIn;
import org.linli.layer.LocalText;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Who is let in under {@code /staff/**}: a session, or a name and password sent along, as QGIS,
 * GDAL and scripts do. Public addresses do not pass here at all, and have no sessions.
 */
@Configuration(proxyBeanMethods = false)
class StaffSecurity {
  private static final String SESSION = "/api/session";

  @Bean
  SignIn signIn(Accounts accounts) {
    // Not the portal's clock, which stands still over the demo.
    return new SignIn(accounts, new LoginThrottle(), Clock.systemUTC());
  }

  @Bean
  AuthenticationProvider signInProvider(SignIn signIn) {
    return new SignInProvider(signIn);
  }

  /** Instead of Boot's own, which would stand before every address. */
  @Bean
  DelegatingFilterProxyRegistrationBean staffFilter() {
    DelegatingFilterProxyRegistrationBean filter =
        new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    filter.addUrlPatterns("/staff", "/staff/*", SESSION, SESSION + "/*");
    filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
    // After the headers and the forwarded address are settled.
    filter.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
    return filter;
  }

  /** A feature's code may hold a percent sign. */
  @Bean
  StrictHttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowUrlEncodedPercent(true);
    return firewall;
  }

  @Bean
  SecurityFilterChain staffChain(HttpSecurity http, SignIn signIn) throws Exception {
    StaffAuthorization authorization = new StaffAuthorization(signIn);
    return http.securityMatcher("/staff", "/staff/**", SESSION, SESSION + "/**")
        .headers(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(RequestCacheConfigurer::disable)
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfCookie())
                    .ignoringRequestMatchers(StaffSecurity::isProgram))
        .httpBasic(basic -> basic.authenticationEntryPoint(StaffSecurity::refuse))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(SESSION, SESSION + "/**")
                    .permitAll()
                    .anyRequest()
                    .access(authorization))
        .exceptionHandling(
            failures ->
                failures
                    .authenticationEntryPoint(StaffSecurity::refuse)
                    .accessDeniedHandler(
                        (request, response, denied) ->
                            deny(
                                authorization, denied instanceof CsrfException, request, response)))
        .build();
  }

  private static CookieCsrfTokenRepository csrfCookie() {
    CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
    cookie.setCookieCustomizer(settings -> settings.sameSite("Strict"));
    return cookie;
  }

  /**
   * A browser that was once given a password sends it along whichever site asks, and then says who
   * did: what names an origin needs the proof of our own pages.
   */
  private static boolean isProgram(HttpServletRequest request) {
    return bearsPassword(request)
        && request.getHeader("Origin") == null
        && request.getHeader("Sec-Fetch-Site") == null;
  }

  private static boolean bearsPassword(HttpServletRequest request) {
    return request.getHeader("Authorization") != null;
  }

  private static void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      org.springframework.security.core.AuthenticationException refused)
      throws IOException {
    Problem problem =
        refused instanceof SignInProblem known
            ? Problem.of(known.refusal())
            : Problem.of(ProblemKind.UNAUTHORIZED);
    ProblemWriter.write(problem, request, response);
  }

  private static void deny(
      StaffAuthorization authorization,
      boolean forged,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Problem otherwise = forged ? Problem.of(ProblemKind.FORBIDDEN, STALE_PAGE) : FORBIDDEN;
    Problem problem =
        request.getServletPath().startsWith(SESSION) || forged && bearsPassword(request)
            ? otherwise
            : authorization
                .findRefusal(SecurityContextHolder.getContext().getAuthentication(), request)
                .orElse(otherwise);
    ProblemWriter.write(problem, request, response);
  }

  private static final Problem FORBIDDEN = Problem.of(ProblemKind.FORBIDDEN);

  private static final LocalText STALE_PAGE =
      new LocalText(
          "此请求缺少本页的凭证；请取 /api/session 中的 csrf，随请求头发送。",
          "The request lacks the page's proof: take csrf from /api/session and send it as a header.",
          "འདྲི་ཞུ་འདི་ལ་ཤོག་ངོས་ཀྱི་དཔང་རྟགས་མེད། /api/session ཡི་ csrf འགོ་བྱང་དུ་སྐུར་རོགས།");
}
