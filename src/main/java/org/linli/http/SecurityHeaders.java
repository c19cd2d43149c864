package org.linli.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts on every answer what keeps a browser from doing more with it than was meant. Public data may
 * be read from any origin, and cookies mean nothing here.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class SecurityHeaders extends OncePerRequestFilter {
  private final String policy;

  /**
   * @param imageSources the origins that base maps come from, such as {@code
   *     https://t0.tianditu.gov.cn}
   */
  SecurityHeaders(List<String> imageSources) {
    this.policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
            + " connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'; img-src 'self' data: blob: "
            + String.join(" ", imageSources);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Content-Security-Policy", policy.strip());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader(
        "Access-Control-Expose-Headers",
        "ETag, Link, Content-Crs, Last-Modified, Accept-Ranges, Content-Range, Retry-After");
    chain.doFilter(request, response);
  }
}
