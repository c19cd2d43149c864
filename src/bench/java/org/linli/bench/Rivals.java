package org.linli.bench;

import java.nio.file.Path;

/** PostGIS with the buildings in it, and MapServer in front of it, both running. */
record Rivals(PlainPostgis postgis, MapServer mapServer) implements AutoCloseable {

  static Rivals start(Path work, Path geoJson) throws Exception {
    PlainPostgis postgis = PlainPostgis.start();
    try {
      postgis.load(geoJson);
      return new Rivals(postgis, MapServer.start(work, postgis));
    } catch (Exception failed) {
      postgis.close();
      throw failed;
    }
  }

  @Override
  public void close() throws Exception {
    mapServer.close();
    postgis.close();
  }
}
