package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.linli.layer.Audience;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets nobody through to {@code /staff/**} without the token, and marks who came through. A request
 * without the mark is the public's, whatever its path: to see more, it must have passed here.
 */
final class StaffGate implements HandlerInterceptor {
  private static final String MARK = StaffGate.class.getName();

  private final StaffToken token;

  StaffGate(StaffToken token) {
    this.token = token;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String authorization = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    if (!token.isBorneBy(authorization)) {
      throw new ProblemException(ProblemKind.UNAUTHORIZED);
    }
    request.setAttribute(MARK, Audience.STAFF);
    return true;
  }

  static Audience audienceOf(HttpServletRequest request) {
    return request.getAttribute(MARK) == Audience.STAFF ? Audience.STAFF : Audience.PUBLIC;
  }
}
