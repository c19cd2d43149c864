package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.linli.bench.Command.Background;
import org.linli.geo.Bounds;
import org.linli.geo.TileCoord;

/**
 * MapServer 8 as one FastCGI process behind nginx, reading the buildings from PostGIS over a
 * connection that it keeps. The templates in {@code src/bench/rivals} are its configuration.
 */
final class MapServer implements Listening.Rival {
  private static final Path TEMPLATES = Path.of("src/bench/rivals");

  private final int port;
  private final Background fastCgi;
  private final Background nginx;

  private MapServer(int port, Background fastCgi, Background nginx) {
    this.port = port;
    this.fastCgi = fastCgi;
    this.nginx = nginx;
  }

  static MapServer start(Path work, PlainPostgis source) throws IOException {
    Path folder = Files.createDirectories(work.resolve("mapserver")).toAbsolutePath();
    int port = Command.freePort();
    int fastCgiPort = Command.freePort();
    configure(
        folder,
        Map.of(
            "FOLDER",
            folder.toString(),
            "PORT",
            "" + port,
            "FASTCGI_PORT",
            "" + fastCgiPort,
            "CONNECTION",
            source.keywords()));
    MapServer server = new MapServer(port, fastCgi(folder, fastCgiPort), nginx(folder));
    Listening.await(port, "nginx", server);
    return server;
  }

  private static void configure(Path folder, Map<String, String> values) throws IOException {
    for (String name : new String[] {"buildings.map", "mapserver.conf", "nginx.conf"}) {
      String text = Files.readString(TEMPLATES.resolve(name));
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("${" + value.getKey() + "}", value.getValue());
      }
      Files.writeString(folder.resolve(name), text);
    }
  }

  private static Background fastCgi(Path folder, int port) {
    return new Command(folder.resolve("mapserv.log"), "spawn-fcgi", "-n", "-a", "127.0.0.1")
        .and("-p", "" + port, "--", "/usr/bin/mapserv")
        .with("MAPSERVER_CONFIG_FILE", folder.resolve("mapserver.conf").toString())
        .background();
  }

  private static Background nginx(Path folder) {
    return new Command(folder.resolve("nginx.log"), "nginx", "-p", folder.toString())
        .and("-c", folder.resolve("nginx.conf").toString(), "-e", folder + "/nginx-error.log")
        .background();
  }

  int port() {
    return port;
  }

  static String wholeLayer() {
    return "/mapserv?map=BENCH&SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature"
        + "&TYPENAMES=ms:buildings&OUTPUTFORMAT=geojson";
  }

  static String tile(TileCoord at) {
    return "/mapserv?map=BENCH&mode=tile&tilemode=gmap&layers=buildings&map.imagetype=mvt&tile="
        + at.x()
        + "+"
        + at.y()
        + "+"
        + at.zoom();
  }

  static String items(Bounds box, int limit) {
    return "/mapserv/BENCH/ogcapi/collections/buildings/items?f=json&limit="
        + limit
        + "&bbox="
        + box.minX()
        + ","
        + box.minY()
        + ","
        + box.maxX()
        + ","
        + box.maxY();
  }

  @Override
  public void close() {
    nginx.close();
    fastCgi.close();
  }
}
