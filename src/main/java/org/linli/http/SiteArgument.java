package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import org.linli.catalogue.Site;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a handler the {@link Site}: the address that the settings name, else the one that was
 * asked.
 */
final class SiteArgument implements HandlerMethodArgumentResolver {
  private final String publicUrl;

  SiteArgument(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Site.class;
  }

  @Override
  public Site resolveArgument(
      MethodParameter parameter,
      ModelAndViewContainer container,
      NativeWebRequest request,
      WebDataBinderFactory binders) {
    return new Site(
        publicUrl.isBlank()
            ? asked(request.getNativeRequest(HttpServletRequest.class))
            : publicUrl);
  }

  private static String asked(HttpServletRequest request) {
    String url = request.getRequestURL().toString();
    String host = url.substring(0, url.length() - request.getRequestURI().length());
    return host + request.getContextPath();
  }
}
