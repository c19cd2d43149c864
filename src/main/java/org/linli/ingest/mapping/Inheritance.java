package org.linli.ingest.mapping;

import java.util.List;
import java.util.Optional;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;

/** What a layer keeps when a new file takes the place of its rows: all that people wrote on it. */
public final class Inheritance {

  private Inheritance() {}

  /**
   * The inferred layer with the words, the licence and the rules of the one before, and with its
   * fields' titles, units and visibility where the new file has the field.
   */
  public static LayerDefinition keep(LayerDefinition before, LayerDefinition inferred) {
    List<Field> fields = inferred.fields().stream().map(field -> keep(before, field)).toList();
    return new LayerDefinition(
        inferred.id(),
        before.title(),
        before.description(),
        inferred.geometry(),
        inferred.audience(),
        fields,
        before.hiddenRows().filter(rule -> has(fields, rule.field())),
        before.coarsening().filter(rule -> has(fields, rule.when().field())),
        before
            .time()
            .filter(time -> has(fields, time.start()))
            .filter(time -> time.end().stream().allMatch(end -> has(fields, end)))
            .or(inferred::time),
        before.updateEvery(),
        before.licence(),
        before.nameField().filter(name -> has(fields, name)).or(inferred::nameField),
        before.styleField().filter(name -> has(fields, name)),
        before.keywords());
  }

  private static boolean has(List<Field> fields, String name) {
    return fields.stream().anyMatch(field -> field.name().equals(name));
  }

  private static Field keep(LayerDefinition before, Field inferred) {
    Optional<Field> known = before.findField(inferred.name());
    return known
        .map(
            field ->
                new Field(
                    inferred.name(),
                    inferred.original(),
                    inferred.type(),
                    field.title(),
                    field.unit(),
                    field.visibility(),
                    field.aliases(),
                    field.codes()))
        .orElse(inferred);
  }
}
