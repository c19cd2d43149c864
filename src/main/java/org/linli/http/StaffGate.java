package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.linli.layer.Audience;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets nobody through to {@code /staff/**} whom {@link StaffAuthorization} has not let in, whatever
 * way the request came. A request without the mark is the public's, whatever its path.
 */
final class StaffGate implements HandlerInterceptor {
  private static final String MARK = StaffGate.class.getName();

  static void open(HttpServletRequest request) {
    request.setAttribute(MARK, Audience.STAFF);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (audienceOf(request) != Audience.STAFF) {
      throw new ProblemException(ProblemKind.UNAUTHORIZED);
    }
    return true;
  }

  static Audience audienceOf(HttpServletRequest request) {
    return request.getAttribute(MARK) == Audience.STAFF ? Audience.STAFF : Audience.PUBLIC;
  }
}
