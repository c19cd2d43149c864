package org.linli.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says that there is nothing at an address with a semicolon. The server passes over what follows
 * one in a path, so that {@code houses;drop} would be {@code houses}: one thing at any number of
 * addresses.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class PlainPaths extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getRequestURI().contains(";")) {
      ProblemWriter.write(Problem.of(ProblemKind.NOT_FOUND), request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
