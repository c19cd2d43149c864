package org.linli.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the portal is for whoever asks: every absolute address starts here.
 *
 * @param address scheme, host and, if there is one, the path before the portal's own; without a
 *     slash at its end
 */
public record Site(String address) {

  /**
   * @param path begins with a slash, and is encoded as it must be
   */
  public String at(String path) {
    return address + path;
  }

  /** A text as one segment of a path, or as a value in a query. */
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
