package org.linli.layer;

import java.util.List;
import java.util.Optional;

/**
 * The fields that every layer has beside its own: where a row came from, and when it last changed.
 */
public final class CommonFields {
  static final Field SOURCE =
      field(
          LayerDefinition.SOURCE,
          FieldType.TEXT,
          new LocalText("来源", "Source", "ཁུངས།"),
          List.of("来源", "数据来源"));
  static final Field UPDATED_AT =
      field(
          LayerDefinition.UPDATED_AT,
          FieldType.INSTANT,
          new LocalText("更新时间", "Updated", "གསར་བསྒྱུར་དུས་ཚོད།"),
          List.of("更新时间", "修改时间"));

  private CommonFields() {}

  private static Field field(String name, FieldType type, LocalText title, List<String> aliases) {
    return new Field(
        name, name, type, title, Optional.empty(), Audience.PUBLIC, aliases, List.of());
  }

  /** Puts the common fields last, unless the list names them. */
  public static void addMissing(List<Field> fields) {
    for (Field common : List.of(SOURCE, UPDATED_AT)) {
      if (fields.stream().noneMatch(field -> field.name().equals(common.name()))) {
        fields.add(common);
      }
    }
  }
}
