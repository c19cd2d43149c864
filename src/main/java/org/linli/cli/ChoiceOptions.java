package org.linli.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.layer.Parameters;
import picocli.CommandLine.Option;

/** What of a layer is meant, in which system: the parameters of {@code /data/{layer}}. */
final class ChoiceOptions {
  @Option(
      names = "--crs",
      paramLabel = "SYSTEM",
      description = "The system of the coordinates, such as EPSG:4490 (default: WGS 84).")
  private String crs;

  @Option(
      names = "--filter",
      paramLabel = "CQL2",
      description = "Only the features of which this is true, such as \"floors > 3\".")
  private String filter;

  @Option(
      names = "--bbox",
      paramLabel = "W,S,E,N",
      description = "Only the features that touch this box, in degrees.")
  private String bbox;

  @Option(
      names = "--datetime",
      paramLabel = "TIME",
      description = "Only the features of this time, such as 2026-01-01/2026-03-31.")
  private String datetime;

  @Option(
      names = "--sortby",
      paramLabel = "FIELDS",
      description = "The order, such as -floors,name.")
  private String sortby;

  @Option(names = "--properties", paramLabel = "FIELDS", description = "Only these fields.")
  private String properties;

  @Option(names = "--bom", description = "A CSV begins with the mark by which Excel knows UTF-8.")
  private boolean bom;

  /** The options that were given, as the portal's addresses have them. */
  Parameters parameters() {
    Map<String, List<String>> given = new LinkedHashMap<>();
    put(given, "crs", crs);
    put(given, "filter", filter);
    put(given, "bbox", bbox);
    put(given, "datetime", datetime);
    put(given, "sortby", sortby);
    put(given, "properties", properties);
    put(given, "bom", bom ? "true" : null);
    return new Parameters(given);
  }

  private static void put(Map<String, List<String>> given, String name, String value) {
    if (value != null) {
      given.put(name, List.of(value));
    }
  }
}
