package org.linli.portal;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code linli.basemap} in the configuration. Without a setting there is no background map, and the
 * page asks no other host.
 *
 * @param url a template in Web Mercator with {@code {z}}, {@code {x}}, {@code {y}} and, with
 *     subdomains, {@code {s}}
 * @param attribution whom the map has to name
 * @param subdomains what {@code {s}} may be
 * @param maxZoom the deepest zoom the map has
 * @param tiandituKey a browser key of Tianditu (天地图), instead of a template
 */
@ConfigurationProperties("linli.basemap")
public record BasemapSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String attribution,
    @DefaultValue List<String> subdomains,
    @DefaultValue("18") int maxZoom,
    @DefaultValue("") String tiandituKey) {

  public BasemapSettings {
    subdomains = List.copyOf(subdomains);
    if (!url.isBlank()) {
      requireTemplate(url, subdomains);
    }
    if (!url.isBlank() && !tiandituKey.isBlank()) {
      throw new IllegalArgumentException(
          "linli.basemap has both a url and a tianditu-key: keep one of them.");
    }
    if (!tiandituKey.matches("[0-9A-Za-z]*")) {
      throw new IllegalArgumentException(
          "linli.basemap.tianditu-key may have letters and digits only: copy it again.");
    }
  }

  private static void requireTemplate(String url, List<String> subdomains) {
    boolean complete = List.of("{z}", "{x}", "{y}").stream().allMatch(url::contains);
    if (!complete || !url.matches("https?://[^/]+/.*")) {
      throw new IllegalArgumentException(
          "linli.basemap.url «" + url + "» is no template: give http(s)://…/{z}/{x}/{y}….");
    }
    if (url.contains("{s}") == subdomains.isEmpty()) {
      throw new IllegalArgumentException(
          "linli.basemap.url and subdomains do not go together: {s} needs subdomains, and they it.");
    }
  }
}
