package org.linli.ogcapi;

import java.util.List;
import java.util.stream.IntStream;
import org.linli.encode.Link;

/**
 * The one tile matrix set in which layers are cut, as the standard has it (OGC 17-083r4, annex
 * D.1), so that a client needs no other host to know it.
 */
final class TileMatrixSets {
  static final String WEB_MERCATOR_QUAD = "WebMercatorQuad";
  static final String URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + WEB_MERCATOR_QUAD;
  static final String CRS = "http://www.opengis.net/def/crs/EPSG/0/3857";

  /** Half the way round the sphere of Web Mercator, in metres. */
  private static final double HALF_ROUND = Math.PI * 6_378_137;

  /** A pixel that a scale is told for, in metres. */
  private static final double PIXEL = 0.000_28;

  private static final String JSON = "application/json";
  private static final int TILE_PIXELS = 256;
  private static final int LEVELS = 25;
  private static final String TITLE = "Google Maps Compatible for the World";

  private TileMatrixSets() {}

  /** {@code tileMatrixSets.yaml}. */
  record MatrixSetList(List<Link> links, List<MatrixSetItem> tileMatrixSets) {}

  /** {@code tileMatrixSet-item.yaml}. */
  record MatrixSetItem(String id, String title, String uri, String crs, List<Link> links) {}

  /** {@code tileMatrixSet.yaml}. */
  record MatrixSet(
      String id,
      String title,
      String uri,
      String crs,
      List<String> orderedAxes,
      String wellKnownScaleSet,
      List<Matrix> tileMatrices) {}

  /**
   * {@code tileMatrix.yaml}.
   *
   * @param cellSize of a pixel, in metres of the projection
   * @param pointOfOrigin x and y of the corner of row and column 0
   */
  record Matrix(
      String id,
      double scaleDenominator,
      double cellSize,
      String cornerOfOrigin,
      List<Double> pointOfOrigin,
      int tileWidth,
      int tileHeight,
      long matrixWidth,
      long matrixHeight) {}

  static MatrixSetList list(Asked asked) {
    Link definition =
        new Link(asked.other(asked.place().tileMatrixSet(), "f", "json"), "self", JSON);
    return new MatrixSetList(
        List.of(new Link(asked.other(asked.url(), "f", "json"), "self", JSON)),
        List.of(new MatrixSetItem(WEB_MERCATOR_QUAD, TITLE, URI, CRS, List.of(definition))));
  }

  static MatrixSet webMercatorQuad() {
    return new MatrixSet(
        WEB_MERCATOR_QUAD,
        TITLE,
        URI,
        CRS,
        List.of("X", "Y"),
        "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
        IntStream.range(0, LEVELS).mapToObj(TileMatrixSets::matrix).toList());
  }

  private static Matrix matrix(int zoom) {
    long side = 1L << zoom;
    double cell = 2 * HALF_ROUND / TILE_PIXELS / side;
    return new Matrix(
        Integer.toString(zoom),
        cell / PIXEL,
        cell,
        "topLeft",
        List.of(-HALF_ROUND, HALF_ROUND),
        TILE_PIXELS,
        TILE_PIXELS,
        side,
        side);
  }
}
