package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.web.servlet.LocaleResolver;

/** Gives handlers the request's {@link Locale}, always one of the portal's languages. */
final class PortalLocales implements LocaleResolver {

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return Languages.of(request);
  }

  @Override
  public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
    throw new UnsupportedOperationException("The language is the request's own: use ?lang=.");
  }
}
