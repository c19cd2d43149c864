package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import org.linli.catalogue.Site;

/**
 * Knows the {@link Site} of a request: the address that the settings name, else the one that was
 * asked.
 *
 * @param publicUrl blank if the settings name none
 */
record Sites(String publicUrl) {

  Site of(HttpServletRequest request) {
    return new Site(publicUrl.isBlank() ? asked(request) : publicUrl);
  }

  private static String asked(HttpServletRequest request) {
    String url = request.getRequestURL().toString();
    String host = url.substring(0, url.length() - request.getRequestURI().length());
    return host + request.getContextPath();
  }
}
