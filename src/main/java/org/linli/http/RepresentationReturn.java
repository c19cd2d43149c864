package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.linli.encode.Representation;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Sends the {@link Representation} that a handler returns. */
final class RepresentationReturn implements HandlerMethodReturnValueHandler {
  private final Responder responder;

  RepresentationReturn(Responder responder) {
    this.responder = responder;
  }

  @Override
  public boolean supportsReturnType(MethodParameter type) {
    return Representation.class.isAssignableFrom(type.getParameterType());
  }

  @Override
  public void handleReturnValue(
      Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
      throws IOException {
    container.setRequestHandled(true);
    responder.send(
        (Representation) value,
        request.getNativeRequest(HttpServletRequest.class),
        request.getNativeResponse(HttpServletResponse.class));
  }
}
