package org.linli.http;

import java.util.Optional;
import org.linli.analysis.Cancellation;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a handler a {@link Cancellation} that tells whether its client has gone away. */
final class ClientArgument implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Cancellation.class;
  }

  @Override
  public Cancellation resolveArgument(
      MethodParameter parameter,
      ModelAndViewContainer container,
      NativeWebRequest request,
      WebDataBinderFactory binders) {
    Object watch = request.getAttribute(ClientWatch.NAME, RequestAttributes.SCOPE_REQUEST);
    return Optional.ofNullable((Cancellation) watch).orElse(Cancellation.NONE);
  }
}
