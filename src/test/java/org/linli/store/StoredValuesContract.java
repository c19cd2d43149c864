package org.linli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.store.ChangeSet.Delete;
import org.linli.store.ChangeSet.Insert;
import org.linli.store.ChangeSet.Update;
import org.locationtech.jts.geom.Geometry;

/** What comes out of every store as it went in: values, geometries, names. */
abstract class StoredValuesContract extends StoreTrial {
  @Test
  void whatIsLoadedIsReadBackWithEveryType() {
    LayerDefinition things = definition("things", GeometryType.ANY);
    Object[] nothing = new Object[8];
    Feature[] given = {
      feature("a", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))"),
      feature("b", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))"),
      feature("c", "LINESTRING (101.43 36.04, 101.44 36.05)"),
      feature("d", "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))"),
      feature("e", "POINT (118.67 37.43)"),
      feature("f", "MULTIPOINT ((1 1), (2 2))"),
      new Feature("g", null, nothing),
    };
    load(things, LoadMode.APPEND, given);
    assertThat(features(store, "things").values()).containsExactly(given);
    assertThat(store.getLayer("things").count()).isEqualTo(7);
  }

  @Test
  void aTableWithoutAPlaceHoldsItsRows() {
    Feature row = feature("n-1", null);
    load(definition("events", GeometryType.NONE), LoadMode.APPEND, row);
    assertThat(features(store, "events")).containsEntry("n-1", row);
  }

  @Test
  void aTrackKeepsTheTimeOfEachPoint() {
    Feature track = feature("t", "LINESTRING M (1 1 1760000000.25, 2 2 1760000060.5)");
    load(definition("tracks", GeometryType.TRACK), LoadMode.APPEND, track);
    Geometry read = features(store, "tracks").get("t").shape();
    assertThat(read.getCoordinates()[0].getM()).isEqualTo(1760000000.25);
    assertThat(read.getCoordinates()[1].getM()).isEqualTo(1760000060.5);
  }

  @Test
  void valuesAtTheirLimitsAreKept() {
    Object[] values = {
      "\\N\t\r\n\\. \"; 👨‍👩‍👧 རི་བོ " + "长".repeat(100_000),
      Long.MIN_VALUE,
      Double.MIN_VALUE,
      false,
      LocalDate.of(1, 1, 1),
      "",
      "\u0001\u007f",
      Instant.parse("1937-01-01T12:00:27.001Z")
    };
    Object[] others = {
      "null",
      Long.MAX_VALUE,
      -Double.MAX_VALUE,
      true,
      LocalDate.of(9999, 12, 31),
      " ",
      "{}",
      Instant.parse("9999-12-31T23:59:59.999Z")
    };
    LayerDefinition things = definition("things", GeometryType.POINT);
    Feature least = new Feature("一号楼-ཀ%_", geometry("POINT (-180 -90)"), values);
    Feature most = new Feature("b", geometry("POINT (180 90)"), others);
    load(things, LoadMode.APPEND, least);
    store.apply(new ChangeSet("things", List.of(new Insert(most))));
    assertThat(features(store, "things").values()).containsExactlyInAnyOrder(least, most);
    List<Feature> read = new ArrayList<>();
    store.read("things", List.of(least.code()), (feature, revision) -> read.add(feature));
    assertThat(read).containsExactly(least);
  }

  @Test
  void everyKindHoldsSingleAndMultipleGeometries() {
    Map<GeometryType, List<String>> kinds =
        Map.of(
            GeometryType.POINT,
            List.of("POINT (1.1234567 2)", "MULTIPOINT ((1 1), (2 2))"),
            GeometryType.LINE,
            List.of("LINESTRING (1 1, 2 2)", "MULTILINESTRING ((1 1, 2 2), (3 3, 4 4))"),
            GeometryType.POLYGON,
            List.of(
                "POLYGON ((0 0, 4 0, 4 4, 0 0))",
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))"),
            GeometryType.ANY,
            List.of("POINT (1 2)", "GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (1 1, 2 2))"));
    kinds.forEach(
        (kind, shapes) -> {
          String id = "of_" + kind.name().toLowerCase(java.util.Locale.ROOT);
          Feature single = feature("a", shapes.get(0));
          Feature multiple = feature("b", shapes.get(1));
          Feature none = feature("c", null);
          load(definition(id, kind), LoadMode.APPEND, single, multiple, none);
          assertThat(features(store, id).values()).containsExactly(single, multiple, none);
        });
  }

  @Test
  void aTrackMayHaveSeveralPartsAndPointsWithoutATime() {
    load(
        definition("tracks", GeometryType.TRACK),
        LoadMode.APPEND,
        feature("parts", "MULTILINESTRING M ((1 1 10, 2 2 20), (3 3 30, 4 4 40))"),
        feature("untimed", "LINESTRING (1 1, 2 2)"),
        feature("none", null));
    Map<String, Feature> read = features(store, "tracks");
    assertThat(read.get("parts").shape().getNumGeometries()).isEqualTo(2);
    assertThat(read.get("parts").shape().getCoordinates()[3].getM()).isEqualTo(40);
    assertThat(read.get("untimed").shape().getCoordinates()[1].getM()).isNaN();
    assertThat(read.get("none").shape()).isNull();
  }

  @Test
  void fieldsMayHaveAnyName() {
    String long1 = "二〇二五年度邻里守望巡查记录汇总表之居民意见与建议分类统计甲";
    String long2 = "二〇二五年度邻里守望巡查记录汇总表之居民意见与建议分类统计乙";
    List<String> names =
        List.of(
            long1,
            long2,
            "\"",
            "a\"b'c",
            "%s $1 ?",
            "xmin",
            "ctid",
            "tableoid",
            "oid",
            "rowid",
            "geom",
            "fid",
            "revision",
            "load_order",
            "select",
            "Straße",
            "ཁང་པ",
            "👍",
            " ",
            "a.b",
            "--",
            "\\");
    LayerDefinition odd =
        withFields("odd", names.stream().map(name -> Field.of(name, FieldType.TEXT)).toList());
    Object[] values = Arrays.copyOf(names.toArray(), names.size() + 2);
    Feature first = new Feature("a", geometry("POINT (1 2)"), values);
    load(odd, LoadMode.APPEND, first);
    load(odd, LoadMode.UPSERT, first, new Feature("b", null, values));
    store.apply(new ChangeSet("odd", List.of(new Update(first, 2), new Delete("b", 1))));
    assertThat(features(store, "odd").values()).containsExactly(first);
    assertThat(store.getLayer("odd").definition()).isEqualTo(odd);
  }

  @Test
  void layersMayBeNamedLikeThingsOfTheDatabase() {
    String longest = "l".repeat(50);
    for (String id : List.of("select", "geometry", "text", "spatial_ref_sys", "users", longest)) {
      Feature only = feature("a", "POINT (1 2)");
      load(definition(id, GeometryType.POINT), LoadMode.APPEND, feature("old", "POINT (1 2)"));
      load(definition(id, GeometryType.POINT), LoadMode.REPLACE, only);
      assertThat(features(store, id).values()).containsExactly(only);
    }
    assertThat(store.listLayers()).hasSize(6);
  }

  @Test
  void namesThatBelongToTheStoreAreRefused() {
    for (String id : List.of("linli_layer", "linli_new_things", "gpkg_contents", "rtree_x_geom")) {
      LayerDefinition reserved = definition(id, GeometryType.POINT);
      assertThatThrownBy(() -> store.createLayer(reserved))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(id);
      assertThatThrownBy(() -> load(reserved, LoadMode.REPLACE, feature("a", "POINT (1 2)")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(id);
    }
    assertThat(store.listLayers()).isEmpty();
  }

  @Test
  void aValueOfAnotherTypeIsRefusedByNameAndNothingIsWritten() {
    LayerDefinition things = definition("things", GeometryType.POINT);
    store.createLayer(things);
    Object[] values = new Object[8];
    values[1] = "six";
    Feature wrong = new Feature("a", null, values);
    assertThatThrownBy(() -> load(things, LoadMode.APPEND, wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("a", "six", "floors");
    assertThatThrownBy(() -> store.apply(new ChangeSet("things", List.of(new Insert(wrong)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("a", "six", "floors");
    assertThat(store.getLayer("things").version()).isEqualTo(1);
  }

  @Test
  void manyFeaturesAreReadByTheirCodes() {
    load(definition("things", GeometryType.POINT), LoadMode.APPEND, numbered(3_000));
    List<String> wanted = IntStream.range(1_000, 4_000).mapToObj(i -> "n-" + i).toList();
    Set<String> read = new TreeSet<>();
    store.read("things", wanted, (feature, revision) -> read.add(feature.code()));
    assertThat(read).hasSize(2_000).contains("n-1000", "n-2999");
  }
}
