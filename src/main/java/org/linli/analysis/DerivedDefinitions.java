package org.linli.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.linli.layer.DefinitionCodec;
import org.linli.layer.LayerDefinition;

/** The definitions of the layers that analyses make, from {@code analyses/layers/*.yaml}. */
public final class DerivedDefinitions {
  private DerivedDefinitions() {}

  public static LayerDefinition get(String id) {
    String name = "/analyses/layers/" + id + ".yaml";
    try (InputStream yaml = DerivedDefinitions.class.getResourceAsStream(name)) {
      if (yaml == null) {
        throw new IllegalStateException("The program is incomplete: it lacks " + name + ".");
      }
      return DefinitionCodec.fromYaml(yaml);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
