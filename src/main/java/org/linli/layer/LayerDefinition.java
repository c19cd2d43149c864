package org.linli.layer;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a layer is: data, not code. The key {@code code} (text, stable) is every feature's identity
 * and is not among the fields; {@code source} and {@code updated_at} are, as the last two.
 *
 * @param id {@code [a-z][a-z0-9_]*}, at most 50 characters
 * @param audience the least audience that may know the layer exists
 * @param hiddenRows rows that only staff see
 * @param coarsening where the public gets a coarser geometry
 * @param time the fields that the {@code datetime} parameter asks about
 * @param updateEvery how often the source promises new records, ISO 8601
 * @param nameField the field shown and searched as a feature's name
 * @param styleField the code field whose colours the map uses
 * @param keywords what the layer is about, for those who look for data
 */
public record LayerDefinition(
    String id,
    LocalText title,
    LocalText description,
    GeometryType geometry,
    Audience audience,
    List<Field> fields,
    Optional<RowRule> hiddenRows,
    Optional<Coarsening> coarsening,
    Optional<TimeFields> time,
    Optional<String> updateEvery,
    Optional<String> licence,
    Optional<String> nameField,
    Optional<String> styleField,
    List<Code> keywords) {

  public static final String KEY = "code";
  public static final String SOURCE = "source";
  public static final String UPDATED_AT = "updated_at";
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,49}");

  /** Rows in which a field has one of these values. */
  public record RowRule(String field, Set<String> values) {}

  /** Geometry snapped to the centres of a grid of {@code metres}, in the rows of the rule. */
  public record Coarsening(double metres, RowRule when) {}

  /** The start and, for spans, the end of a feature's time. */
  public record TimeFields(String start, Optional<String> end) {}

  /**
   * @throws IllegalArgumentException if the id is not safe or two fields share a name
   */
  public LayerDefinition {
    fields = List.copyOf(fields);
    keywords = List.copyOf(keywords);
    requireId(id);
    Set<String> names =
        fields.stream()
            .map(f -> f.name().toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.toSet());
    if (names.size() < fields.size() || names.contains(KEY)) {
      throw new IllegalArgumentException(
          "Layer " + id + " has two fields of one name, or one named code: rename one of them.");
    }
  }

  /** A layer without keywords. */
  public LayerDefinition(
      String id,
      LocalText title,
      LocalText description,
      GeometryType geometry,
      Audience audience,
      List<Field> fields,
      Optional<RowRule> hiddenRows,
      Optional<Coarsening> coarsening,
      Optional<TimeFields> time,
      Optional<String> updateEvery,
      Optional<String> licence,
      Optional<String> nameField,
      Optional<String> styleField) {
    this(
        id,
        title,
        description,
        geometry,
        audience,
        fields,
        hiddenRows,
        coarsening,
        time,
        updateEvery,
        licence,
        nameField,
        styleField,
        List.of());
  }

  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private static void requireId(String id) {
    if (!isId(id)) {
      throw new IllegalArgumentException(
          "Layer id «"
              + id
              + "» is not usable: use a lower-case letter, then letters, digits or _, 50 at most.");
    }
  }

  public boolean hasGeometry() {
    return geometry != GeometryType.NONE;
  }

  /** The position of a field among {@link #fields}, by its exact name. */
  public OptionalInt findIndex(String fieldName) {
    return IntStream.range(0, fields.size())
        .filter(i -> fields.get(i).name().equals(fieldName))
        .findFirst();
  }

  public Optional<Field> findField(String fieldName) {
    OptionalInt index = findIndex(fieldName);
    return index.isPresent() ? Optional.of(fields.get(index.getAsInt())) : Optional.empty();
  }

  /**
   * @throws NoSuchElementException if there is no such field
   */
  public int getIndex(String fieldName) {
    return findIndex(fieldName)
        .orElseThrow(
            () -> new NoSuchElementException("Layer " + id + " has no field " + fieldName));
  }

  /** The definition as an audience may know it: without the fields it may not. */
  public LayerDefinition asSeenBy(Audience viewer) {
    return withFields(fields.stream().filter(f -> viewer.sees(f.visibility())).toList());
  }

  public LayerDefinition withFields(List<Field> replacement) {
    return with(id, audience, replacement);
  }

  /** The same kind of layer under another id. */
  public LayerDefinition withId(String otherId) {
    return with(otherId, audience, fields);
  }

  public LayerDefinition withAudience(Audience other) {
    return with(id, other, fields);
  }

  /** The same layer under another licence, an SPDX identifier. */
  public LayerDefinition withLicence(String other) {
    return new LayerDefinition(
        id,
        title,
        description,
        geometry,
        audience,
        fields,
        hiddenRows,
        coarsening,
        time,
        updateEvery,
        Optional.of(other),
        nameField,
        styleField,
        keywords);
  }

  private LayerDefinition with(String otherId, Audience other, List<Field> replacement) {
    return new LayerDefinition(
        otherId,
        title,
        description,
        geometry,
        other,
        replacement,
        hiddenRows,
        coarsening,
        time,
        updateEvery,
        licence,
        nameField,
        styleField,
        keywords);
  }
}
