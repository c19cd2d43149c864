package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import org.linli.layer.Audience;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a handler the {@link Audience} of its request. */
final class AudienceArgument implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Audience.class;
  }

  @Override
  public Audience resolveArgument(
      MethodParameter parameter,
      ModelAndViewContainer container,
      NativeWebRequest request,
      WebDataBinderFactory binders) {
    return StaffGate.audienceOf(request.getNativeRequest(HttpServletRequest.class));
  }
}
