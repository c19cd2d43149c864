package org.linli.layer;

import java.util.List;
import java.util.Optional;

/**
 * One attribute of a layer.
 *
 * @param name the column's safe name, {@code [a-z][a-z0-9_]*}, at most 63 bytes, or as imported
 * @param original the name in the source the layer was made from; equal to {@code name} if built in
 * @param unit a unit such as {@code m}, {@code h}, {@code CNY}
 * @param visibility the least audience that may know the field exists
 * @param aliases other column names by which an import recognises it
 * @param codes the closed list of values, or empty for free values
 */
public record Field(
    String name,
    String original,
    FieldType type,
    LocalText title,
    Optional<String> unit,
    Audience visibility,
    List<String> aliases,
    List<Code> codes) {

  public static Field of(String name, FieldType type) {
    return new Field(
        name,
        name,
        type,
        LocalText.same(name),
        Optional.empty(),
        Audience.PUBLIC,
        List.of(),
        List.of());
  }
}
