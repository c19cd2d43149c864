package org.linli.portal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.linli.encode.VectorTileEncoder;
import org.linli.geo.Bounds;
import org.linli.layer.Code;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.linli.snapshot.LayerView;

/** A layer's definition as the page reads it. */
final class LayerDocuments {
  private LayerDocuments() {}

  /**
   * @param analysis the analysis that makes it, whose parameters its addresses take; empty for a
   *     layer of the store
   * @param count how many features it has; empty for one that is made when it is asked for
   * @param items the address of its features
   * @param bbox west, south, east, north in degrees; empty without a geometry
   * @param version the store's version of what the view shows
   * @param tiles the template of its vector tiles, good for as long as this edition is shown; empty
   *     without a geometry
   */
  record Layer(
      String id,
      Optional<String> analysis,
      LocalText titles,
      LocalText description,
      String geometry,
      String audience,
      Optional<String> nameField,
      Optional<String> styleField,
      Optional<String> updateEvery,
      Optional<String> licence,
      Optional<Long> count,
      String items,
      Optional<List<Double>> bbox,
      long version,
      Optional<String> tiles,
      List<LayerField> fields) {}

  record LayerField(
      String name, String type, LocalText titles, Optional<String> unit, List<FieldCode> codes) {}

  record FieldCode(String code, LocalText titles, Optional<String> colour) {}

  static Layer of(UUID storeId, LayerView view) {
    LayerDefinition definition = view.definition();
    return new Layer(
        definition.id(),
        Optional.empty(),
        definition.title(),
        definition.description(),
        lower(definition.geometry()),
        lower(definition.audience()),
        definition.nameField().filter(name -> definition.findField(name).isPresent()),
        definition.styleField().filter(name -> definition.findField(name).isPresent()),
        definition.updateEvery(),
        definition.licence(),
        Optional.of(view.count()),
        items(definition),
        Optional.of(view.extent()).filter(extent -> !extent.isEmpty()).map(LayerDocuments::box),
        view.version(),
        Optional.of(view).filter(v -> v.definition().hasGeometry()).map(v -> tiles(storeId, v)),
        definition.fields().stream().map(LayerDocuments::of).toList());
  }

  /** A layer that an analysis makes as it would be now; its tiles take the same parameters. */
  static Layer of(LayerDefinition definition, String analysis) {
    return new Layer(
        definition.id(),
        Optional.of(analysis),
        definition.title(),
        definition.description(),
        lower(definition.geometry()),
        lower(definition.audience()),
        definition.nameField().filter(name -> definition.findField(name).isPresent()),
        definition.styleField().filter(name -> definition.findField(name).isPresent()),
        definition.updateEvery(),
        definition.licence(),
        Optional.empty(),
        items(definition),
        Optional.empty(),
        0,
        Optional.of(definition).filter(LayerDefinition::hasGeometry).map(LayerDocuments::tiles),
        definition.fields().stream().map(LayerDocuments::of).toList());
  }

  private static String items(LayerDefinition definition) {
    return "/ogc/collections/" + definition.id() + "/items";
  }

  private static String tiles(LayerDefinition definition) {
    return "/ogc/collections/" + definition.id() + "/tiles/WebMercatorQuad/{z}/{y}/{x}";
  }

  private static String tiles(UUID storeId, LayerView view) {
    return tiles(view.definition()) + "?v=" + VectorTileEncoder.edition(storeId, view).token();
  }

  static List<Double> box(Bounds bounds) {
    return List.of(bounds.minX(), bounds.minY(), bounds.maxX(), bounds.maxY());
  }

  private static LayerField of(Field field) {
    return new LayerField(
        field.name(),
        lower(field.type()),
        field.title(),
        field.unit(),
        field.codes().stream().map(LayerDocuments::of).toList());
  }

  private static FieldCode of(Code code) {
    return new FieldCode(code.code(), code.title(), code.colour());
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
