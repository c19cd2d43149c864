package org.linli.portal;

import java.util.List;
import java.util.stream.Stream;
import org.linli.layer.LocalText;

/** The background maps that a portal is set to show, the lowest first. */
public final class Basemaps {
  private static final List<String> TIANDITU_SERVERS =
      List.of("0", "1", "2", "3", "4", "5", "6", "7");

  private final List<Basemap> maps;

  private Basemaps(List<Basemap> maps) {
    this.maps = maps;
  }

  /** One of them; the template and its parts as the settings have them. */
  record Basemap(
      String id,
      LocalText titles,
      String url,
      String attribution,
      List<String> subdomains,
      int maxZoom) {

    private Stream<String> origins() {
      String origin = url.replaceFirst("^(https?://[^/]+)/.*$", "$1");
      return subdomains.isEmpty()
          ? Stream.of(origin)
          : subdomains.stream().map(subdomain -> origin.replace("{s}", subdomain));
    }
  }

  static Basemaps of(BasemapSettings settings) {
    if (!settings.tiandituKey().isBlank()) {
      return new Basemaps(
          List.of(
              tianditu("vec", "天地图", "Tianditu", settings),
              tianditu("cva", "天地图注记", "Tianditu, names", settings)));
    }
    return settings.url().isBlank()
        ? new Basemaps(List.of())
        : new Basemaps(List.of(own(settings)));
  }

  private static Basemap own(BasemapSettings settings) {
    return new Basemap(
        "basemap",
        new LocalText("底图", "Background map", "གཞི་རིམ་ས་ཁྲ།"),
        settings.url(),
        settings.attribution(),
        settings.subdomains(),
        settings.maxZoom());
  }

  /** Tianditu's WMTS, asked like a template; its CGCS2000 lies on WGS 84 within centimetres. */
  private static Basemap tianditu(String set, String zh, String en, BasemapSettings settings) {
    String url =
        "https://t{s}.tianditu.gov.cn/"
            + set
            + "_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER="
            + set
            + "&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles"
            + "&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk="
            + settings.tiandituKey();
    return new Basemap(
        "tianditu_" + set, new LocalText(zh, en, zh), url, "© 天地图", TIANDITU_SERVERS, 18);
  }

  List<Basemap> list() {
    return maps;
  }

  /** Where pictures may come from, for the Content-Security-Policy: {@code https://host} each. */
  public List<String> origins() {
    return maps.stream().flatMap(Basemap::origins).distinct().toList();
  }
}
