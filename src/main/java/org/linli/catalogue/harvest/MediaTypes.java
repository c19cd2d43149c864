package org.linli.catalogue.harvest;

import java.util.Map;
import java.util.Optional;
import org.linli.encode.ExportFormat;

/** What formats are called in the lists that harvesters know. */
final class MediaTypes {
  private static final String FILE_TYPES =
      "http://publications.europa.eu/resource/authority/file-type/";

  /** Of the European Union's list of file types; the other formats are not in it. */
  private static final Map<ExportFormat, String> LISTED =
      Map.of(
          ExportFormat.GEOJSON, "GEOJSON",
          ExportFormat.CSV, "CSV",
          ExportFormat.XLSX, "XLSX",
          ExportFormat.GEOPACKAGE, "GPKG",
          ExportFormat.SHAPEFILE, "SHP");

  private MediaTypes() {}

  static Optional<String> fileTypeUri(ExportFormat format) {
    return Optional.ofNullable(LISTED.get(format)).map(name -> FILE_TYPES + name);
  }

  /** Empty for those that nobody registered. */
  static Optional<String> ianaUri(ExportFormat format) {
    return switch (format) {
      case FLATGEOBUF, GEOJSON_LINES, GPX -> Optional.empty();
      default -> Optional.of("https://www.iana.org/assignments/media-types/" + plain(format));
    };
  }

  /** The media type without parameters. */
  static String plain(ExportFormat format) {
    return format.mediaType().split(";")[0].strip();
  }

  /** A short name as people and CKAN write it. */
  static String label(ExportFormat format) {
    return switch (format) {
      case GEOJSON -> "GeoJSON";
      case GEOJSON_LINES -> "GeoJSONSeq";
      case GEOPACKAGE -> "GPKG";
      case FLATGEOBUF -> "FlatGeobuf";
      case SHAPEFILE -> "SHP";
      default -> format.name();
    };
  }
}
