package org.linli.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets programs of the machine's owner, who can read the home's token, work as an editor. */
final class StaffTokenFilter extends OncePerRequestFilter {
  private final StaffToken token;

  /** Whoever bears the token. */
  static final class Bearer extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    Bearer() {
      super(List.of());
      setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
      return "";
    }

    @Override
    public Object getPrincipal() {
      return "token";
    }
  }

  StaffTokenFilter(StaffToken token) {
    this.token = token;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String authorization = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    if (token.isBorneBy(authorization)) {
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(new Bearer());
      SecurityContextHolder.setContext(context);
    }
    chain.doFilter(request, response);
  }
}
