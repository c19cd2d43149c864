package org.linli.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's files as they are committed, read without the classes that wrote them. */
final class DemoFiles {
  static final Path FOLDER = Path.of("data", "demo");
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private DemoFiles() {}

  /** One feature, its geometry in degrees. */
  record Row(JsonNode properties, Geometry geometry) {
    String code() {
      return text("code");
    }

    String text(String field) {
      return has(field) ? properties.get(field).asString() : "";
    }

    int whole(String field) {
      return properties.get(field).asInt();
    }

    boolean has(String field) {
      return properties.has(field);
    }

    Instant instant(String field) {
      return OffsetDateTime.parse(text(field)).toInstant();
    }
  }

  static List<Row> features(String file) {
    List<Row> rows = new ArrayList<>();
    JsonNode whole = JsonMapper.builder().build().readTree(FOLDER.resolve(file).toFile());
    for (JsonNode feature : whole.get("features")) {
      rows.add(new Row(feature.get("properties"), geometry(feature.get("geometry"))));
    }
    return rows;
  }

  static List<NamedCsvRecord> rows(String file) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file))) {
      return reader.stream().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String text(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file));
  }

  private static Geometry geometry(JsonNode json) {
    JsonNode positions = json.get("coordinates");
    return switch (json.get("type").asString()) {
      case "Point" -> FACTORY.createPoint(position(positions));
      case "LineString" -> FACTORY.createLineString(line(positions));
      default -> {
        LinearRing shell = FACTORY.createLinearRing(line(positions.get(0)));
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 1; i < positions.size(); i++) {
          holes.add(FACTORY.createLinearRing(line(positions.get(i))));
        }
        yield FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new));
      }
    };
  }

  private static Coordinate[] line(JsonNode positions) {
    Coordinate[] line = new Coordinate[positions.size()];
    for (int i = 0; i < line.length; i++) {
      line[i] = position(positions.get(i));
    }
    return line;
  }

  private static Coordinate position(JsonNode position) {
    return new Coordinate(position.get(0).asDouble(), position.get(1).asDouble());
  }
}
