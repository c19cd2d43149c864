package org.linli.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.linli.layer.LocalText;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the demo consists of, as told in {@code data/demo/manifest.yaml}.
 *
 * @param clock the instant at which the demo stands still; no record is later
 * @param notice that everything is invented, and how to start without it
 * @param imports in the order in which they go in
 * @param places where to look first
 * @param planted truths for the analyses to find
 */
public record DemoManifest(
    String id,
    OffsetDateTime clock,
    String licence,
    @JsonProperty("titles") LocalText title,
    LocalText notice,
    List<Import> imports,
    List<Place> places,
    List<Planted> planted) {

  /** Where the demo's files lie on the class path. */
  public static final String FOLDER = "/data/demo/";

  /**
   * One file for one layer.
   *
   * @param options of the import command, by name with underscores; each a list of values
   */
  public record Import(String layer, String file, Map<String, List<String>> options) {
    public Import {
      options = options == null ? Map.of() : Map.copyOf(options);
    }
  }

  /**
   * A place to show.
   *
   * @param bbox west, south, east, north in degrees
   */
  public record Place(@JsonProperty("titles") LocalText title, List<Double> bbox) {}

  /** A truth, and the codes of the features that carry it. */
  public record Planted(String id, List<String> codes) {}

  /**
   * The manifest of the program's own demo.
   *
   * @throws IOException when it is missing or not as it should be
   */
  public static DemoManifest load() throws IOException {
    try (InputStream in = DemoManifest.class.getResourceAsStream(FOLDER + "manifest.yaml")) {
      if (in == null) {
        throw new IOException("The program is incomplete: it lacks " + FOLDER + "manifest.yaml.");
      }
      return YAMLMapper.builder().build().readValue(in, DemoManifest.class);
    }
  }

  /**
   * One of the demo's files, to be closed by the caller.
   *
   * @throws IOException when there is no such file
   */
  public static InputStream open(String file) throws IOException {
    InputStream in = DemoManifest.class.getResourceAsStream(FOLDER + file);
    if (in == null) {
      throw new IOException("The program is incomplete: it lacks " + FOLDER + file + ".");
    }
    return in;
  }
}
