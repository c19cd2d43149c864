package org.linli.layer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The layers that the portal knows from the start, read from {@code layers/*.yaml}. */
public final class BuiltInLayers {
  private static final List<String> IDS =
      List.of(
          "communities",
          "buildings",
          "green_spaces",
          "hazards",
          "projects",
          "patrols",
          "visits",
          "hazard_events",
          "paths");
  private static final List<LayerDefinition> ALL = IDS.stream().map(BuiltInLayers::read).toList();

  private BuiltInLayers() {}

  private static LayerDefinition read(String id) {
    String name = "/layers/" + id + ".yaml";
    try (InputStream yaml = BuiltInLayers.class.getResourceAsStream(name)) {
      if (yaml == null) {
        throw new IllegalStateException("The program is incomplete: it lacks " + name + ".");
      }
      return DefinitionCodec.fromYaml(yaml);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** All of them, in the order in which the portal lists them. */
  public static List<LayerDefinition> list() {
    return ALL;
  }

  public static Optional<LayerDefinition> find(String id) {
    return ALL.stream().filter(definition -> definition.id().equals(id)).findFirst();
  }
}
