package org.linli.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.RealData;

/**
 * A city that nobody here drew, and a portal with its buildings, by the import that everybody has.
 * Where the file of the city is not here, one of a made-up one is written and imported in its
 * place.
 *
 * @param count how many buildings GDAL finds in the file
 * @param field of which some have a value and others not
 */
record ImportedCity(ServedPortal portal, int count, String field) {

  /** Monaco by OpenStreetMap: 1,207 areas with {@code building=*}, as GDAL 3.6 counts them. */
  static ImportedCity in(Path folder) {
    return RealData.find("osm/monaco.osm.pbf")
        .map(file -> of(file, 1_207))
        .orElseGet(() -> of(madeUp(folder), 1_200));
  }

  private static ImportedCity of(Path file, int count) {
    return new ImportedCity(ServedPortal.withImported("buildings", file.toString()), count, "name");
  }

  /** 40 by 30 houses, 20 m from each other; each seventh has a name. */
  private static Path madeUp(Path folder) {
    String houses =
        IntStream.range(0, 1_200)
            .mapToObj(ImportedCity::house)
            .collect(
                Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    try {
      return Files.writeString(folder.resolve("houses.geojson"), houses);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String house(int i) {
    double west = 7.42 + i % 40 * 0.0003;
    double south = 43.73 + i / 40 * 0.0002;
    double east = west + 0.0002;
    double north = south + 0.0001;
    return """
        {"type":"Feature","properties":{"code":"h-%d","name":%s},"geometry":{"type":"Polygon",
        "coordinates":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}
        """
        .formatted(
            i,
            i % 7 == 0 ? "\"House " + i + "\"" : "null",
            west,
            south,
            east,
            south,
            east,
            north,
            west,
            north,
            west,
            south);
  }
}
