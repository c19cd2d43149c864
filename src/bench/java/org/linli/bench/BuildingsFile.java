package org.linli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Writes a GeoJSON file of made-up buildings, about 580 bytes each, in the spacing of GDAL. The
 * same seed gives the same bytes.
 */
final class BuildingsFile {
  private final Writer out;
  private final SplittableRandom random;
  private final StringBuilder line = new StringBuilder(1024);

  private BuildingsFile(Writer out, long seed) {
    this.out = out;
    this.random = new SplittableRandom(seed);
  }

  /** Writes {@code buildings} features, or leaves the file alone if it is there already. */
  static Path write(Path file, int buildings, long seed) {
    if (Files.exists(file)) {
      return file;
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (Writer out = Files.newBufferedWriter(unfinished)) {
        new BuildingsFile(out, seed).writeAll(buildings);
      }
      return Files.move(unfinished, file);
    } catch (IOException failed) {
      throw new UncheckedIOException("The buildings could not be written to " + file, failed);
    }
  }

  private void writeAll(int buildings) throws IOException {
    out.write("{\n\"type\": \"FeatureCollection\",\n\"name\": \"buildings\",\n\"features\": [\n");
    for (int number = 0; number < buildings; number++) {
      line.setLength(0);
      feature(Building.next(number, random));
      line.append(number + 1 < buildings ? ",\n" : "\n");
      out.append(line);
    }
    out.write("]\n}\n");
  }

  private void feature(Building building) {
    line.append("{ \"type\": \"Feature\", \"properties\": { ");
    properties(building);
    line.append(" }, \"geometry\": { \"type\": \"Polygon\", \"coordinates\": [ [ ");
    double[] ring = building.ring();
    for (int i = 0; i < ring.length; i += 2) {
      line.append(i == 0 ? "[ " : ", [ ");
      degrees(ring[i]);
      line.append(", ");
      degrees(ring[i + 1]);
      line.append(" ]");
    }
    line.append(" ] ] } }");
  }

  private void properties(Building building) {
    text("code", building.code()).append(", ");
    text("name", building.name()).append(", ");
    text("community", building.community()).append(", ");
    text("use_code", building.useCode()).append(", ");
    line.append("\"floors\": ").append(building.floors()).append(", ");
    line.append("\"height_m\": ").append(building.heightMetres()).append(", ");
    text("built_on", building.builtOn().toString()).append(", ");
    text("surveyed_at", building.surveyedAt().toString()).append(", \"residents\": ");
    building.residents().ifPresentOrElse(line::append, () -> line.append("null"));
    line.append(", \"has_liaison\": ").append(building.hasLiaison());
  }

  private StringBuilder text(String name, String value) {
    return line.append('"').append(name).append("\": \"").append(value).append('"');
  }

  /** Nine decimals, as programs like to write them; all places are east and north. */
  private void degrees(double degrees) {
    long scaled = Math.round(degrees * 1e9);
    String decimals = String.valueOf(1_000_000_000 + scaled % 1_000_000_000);
    line.append(scaled / 1_000_000_000).append('.').append(decimals, 1, 10);
  }
}
