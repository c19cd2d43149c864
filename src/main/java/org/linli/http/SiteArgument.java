package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import org.linli.catalogue.Site;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a handler the {@link Site}. */
final class SiteArgument implements HandlerMethodArgumentResolver {
  private final Sites sites;

  SiteArgument(Sites sites) {
    this.sites = sites;
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
    return sites.of(request.getNativeRequest(HttpServletRequest.class));
  }
}
