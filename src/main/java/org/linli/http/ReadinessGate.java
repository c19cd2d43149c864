package org.linli.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.linli.http.Readiness.State;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers {@code /health}, and turns away requests for data as long as the layers are not in
 * memory. The files of a page need no layers: whoever opens it meanwhile is told by the page.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
final class ReadinessGate extends OncePerRequestFilter {
  private static final Pattern PAGE_FILE =
      Pattern.compile(
          "/|/index\\.html|/coverage|/projects|/data|/favicon\\.svg|/icon\\.png|/(js|css|lib)/.*");

  private final Readiness readiness;

  ReadinessGate(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    State state = readiness.state();
    if (request.getRequestURI().equals("/health")) {
      answerHealth(state, response);
    } else if (state != State.READY && !isPageFile(request)) {
      ProblemWriter.write(Problem.of(ProblemKind.BUSY), request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isPageFile(HttpServletRequest request) {
    return PAGE_FILE.matcher(request.getRequestURI()).matches();
  }

  private static void answerHealth(State state, HttpServletResponse response) throws IOException {
    response.setStatus(state == State.READY ? 200 : 503);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json");
    String body = "{\"status\":\"" + state.name().toLowerCase(java.util.Locale.ROOT) + "\"}";
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }
}
