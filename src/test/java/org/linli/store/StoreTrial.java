package org.linli.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A store under test, opened anew for each, and what is put into it. */
abstract class StoreTrial {
  FeatureStore store;

  /** Opens the store under test; a second call opens the same data again. */
  abstract FeatureStore open(Duration patience);

  FeatureStore open() {
    return open(FeatureStore.PATIENCE);
  }

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  static LayerDefinition definition(String id, GeometryType geometry) {
    return new LayerDefinition(
        id,
        LocalText.same(id),
        LocalText.same(""),
        geometry,
        Audience.PUBLIC,
        List.of(
            Field.of("name", FieldType.TEXT),
            Field.of("floors", FieldType.INTEGER),
            Field.of("height", FieldType.REAL),
            Field.of("lived_in", FieldType.BOOLEAN),
            Field.of("built", FieldType.DATE),
            Field.of("select; drop", FieldType.TEXT),
            Field.of("source", FieldType.TEXT),
            Field.of("updated_at", FieldType.INSTANT)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Feature feature(String code, String wkt) {
    Object[] values = {
      "六号楼 ཁང་པ་ '; DROP TABLE x; --\"",
      6L,
      18.5,
      true,
      LocalDate.of(1998, 7, 1),
      null,
      "survey.csv",
      Instant.parse("2026-06-01T08:00:00.123Z")
    };
    return new Feature(code, geometry(wkt), values);
  }

  static Geometry geometry(String wkt) {
    try {
      return wkt == null ? null : new WKTReader().read(wkt);
    } catch (ParseException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  void load(LayerDefinition definition, LoadMode mode, Feature... features) {
    try (BulkLoad load = store.bulkLoad(definition, mode)) {
      List.of(features).forEach(load::add);
      load.commit();
    }
  }

  static Map<String, Feature> features(FeatureStore from, String layer) {
    Map<String, Feature> features = new TreeMap<>();
    from.scan(layer, (feature, revision) -> features.put(feature.code(), feature));
    return features;
  }

  static LayerDefinition withFields(String id, List<Field> fields) {
    List<Field> all = new ArrayList<>(fields);
    all.add(Field.of("source", FieldType.TEXT));
    all.add(Field.of("updated_at", FieldType.INSTANT));
    return definition(id, GeometryType.POINT).withFields(all);
  }

  static Feature[] numbered(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> feature("n-" + i, "POINT (1 2)"))
        .toArray(Feature[]::new);
  }
}
