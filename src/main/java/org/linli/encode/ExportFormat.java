package org.linli.encode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.linli.layer.GeometryType;
import org.linli.layer.LocalText;

/** The files that a layer can be taken away as, at {@code /data/{layer}.{ending}}. */
public enum ExportFormat {
  /** RFC 7946: a feature collection, always WGS 84. */
  GEOJSON(
      "geojson",
      "application/geo+json",
      new LocalText("GeoJSON", "GeoJSON", "GeoJSON"),
      Packing.TEXT),
  /** A GeoJSON feature a line, always WGS 84. */
  GEOJSON_LINES(
      "geojsonl",
      "application/x-ndjson",
      new LocalText("逐行 GeoJSON", "GeoJSON, a feature a line", "GeoJSON ཐིག་ཕྲེང་རེར་གཅིག"),
      Packing.TEXT),
  /** RFC 4180 in UTF-8; places as well-known text, points as two numbers too. */
  CSV(
      "csv",
      "text/csv;charset=utf-8",
      new LocalText("CSV 表格", "CSV table", "CSV རེའུ་མིག"),
      Packing.TEXT),
  /** Office Open XML, with the dictionary on a second sheet. */
  XLSX(
      "xlsx",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      new LocalText("Excel 工作簿", "Excel workbook", "Excel ལས་དེབ"),
      Packing.BINARY),
  /** OGC GeoPackage 1.3 with spatial index, dictionary and metadata. */
  GEOPACKAGE(
      "gpkg",
      "application/geopackage+sqlite3",
      new LocalText("GeoPackage 地理包", "GeoPackage", "GeoPackage"),
      Packing.BINARY),
  /** FlatGeobuf 3, with a packed R-tree where every feature has a place. */
  FLATGEOBUF(
      "fgb",
      "application/flatgeobuf",
      new LocalText("FlatGeobuf", "FlatGeobuf", "FlatGeobuf"),
      Packing.BINARY),
  /** Shapefiles, one a kind of geometry, with a README and the dictionary in one archive. */
  SHAPEFILE(
      "shp.zip",
      "application/zip",
      new LocalText("Shapefile（压缩包）", "Shapefile (zipped)", "Shapefile (zip)"),
      Packing.BINARY),
  /** GPX 1.1: waypoints or tracks, always WGS 84. */
  GPX(
      "gpx",
      "application/gpx+xml",
      new LocalText("GPX 航点与轨迹", "GPX waypoints or tracks", "GPX གནས་ཚེག་དང་ལམ་རྟགས"),
      Packing.TEXT);

  /** Whether bytes become much fewer by compression on the way. */
  private enum Packing {
    TEXT,
    BINARY
  }

  private final String ending;
  private final String mediaType;
  private final LocalText title;
  private final Packing packing;

  ExportFormat(String ending, String mediaType, LocalText title, Packing packing) {
    this.ending = ending;
    this.mediaType = mediaType;
    this.title = title;
    this.packing = packing;
  }

  /** What the file's name ends with after a dot. */
  public String ending() {
    return ending;
  }

  public String mediaType() {
    return mediaType;
  }

  public LocalText title() {
    return title;
  }

  /** Whether a layer of such geometries can be a file of this kind. */
  public boolean fits(GeometryType geometry) {
    return switch (this) {
      case FLATGEOBUF, SHAPEFILE -> geometry != GeometryType.NONE;
      case GPX ->
          geometry == GeometryType.POINT
              || geometry == GeometryType.LINE
              || geometry == GeometryType.TRACK;
      default -> true;
    };
  }

  /** Whether it can be in another system than WGS 84. */
  public boolean takesCrs() {
    return this != GEOJSON && this != GEOJSON_LINES && this != GPX;
  }

  /**
   * Whether it is worth compressing on the way. The binary ones are not: archives are compressed
   * already, and of the others programs read single ranges, which are those of the file itself.
   */
  public boolean isText() {
    return packing == Packing.TEXT;
  }

  /** The format of an ending, whatever its case. */
  public static Optional<ExportFormat> find(String ending) {
    String lower = ending.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> format.ending.equals(lower)).findFirst();
  }

  /** Those that a layer of such geometries can be. */
  public static List<ExportFormat> of(GeometryType geometry) {
    return Arrays.stream(values()).filter(format -> format.fits(geometry)).toList();
  }

  /** The endings of some formats, for a person to choose from. */
  public static String endings(List<ExportFormat> formats) {
    return String.join(", ", formats.stream().map(format -> "." + format.ending).toList());
  }
}
