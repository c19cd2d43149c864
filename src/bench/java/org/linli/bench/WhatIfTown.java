package org.linli.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.linli.geo.Bounds;
import org.linli.geo.CoordinateGrid;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.DefinitionCodec;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LayerQuery;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.RowCursor;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Any buildings with made-up residents, and all that a what-if can be about among them. */
record WhatIfTown(LayerView buildings, SortedMap<String, LayerView> layers) {
  static final int WALKS = 2_000;
  static final int FIXES = 200;
  private static final int BUILDINGS_A_PARK = 300;
  private static final int BUILDINGS_A_PROJECT = 900;
  private static final int BUILDINGS_A_POST = 2_000;
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final LayerDefinition PROJECTS = BuiltInLayers.find("projects").orElseThrow();
  private static final LayerDefinition PEOPLED = layer("peopled", "polygon", "residents");
  static final LayerDefinition POSTS = layer("posts", "point", "places");

  private static LayerDefinition layer(String id, String geometry, String field) {
    String yaml =
        "id: %s\ngeometry: %s\nfields:\n  - {name: %s, type: integer, titles: {zh: 数, en: Number, bo: གྲངས།}}\n"
            .formatted(id, geometry, field);
    return DefinitionCodec.fromYaml(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  static WhatIfTown of(LayerView footprints) {
    LayerView buildings = peopled(footprints);
    Bounds place = buildings.extent();
    int count = Math.toIntExact(buildings.count());
    SortedMap<String, LayerView> layers = new TreeMap<>();
    layers.put("buildings", buildings);
    layers.put("patrols", PatrolTown.walks(place, WALKS, FIXES, 1));
    layers.put("paths", StreetTown.streets(place, (int) Math.sqrt(count / 3.5), 3));
    layers.put("green_spaces", StreetTown.parks(place, count / BUILDINGS_A_PARK, 4));
    layers.put("projects", projects(place, count / BUILDINGS_A_PROJECT, 5));
    layers.put("posts", posts(place, count / BUILDINGS_A_POST, 6));
    return new WhatIfTown(buildings, layers);
  }

  private static LayerView peopled(LayerView footprints) {
    SplittableRandom random = new SplittableRandom(7);
    List<Feature> buildings = new ArrayList<>();
    RowCursor rows = footprints.rows(LayerQuery.ALL);
    while (rows.next()) {
      buildings.add(
          new Feature(
              rows.code(),
              rows.block().geometries().geometry(rows.row()).orElseThrow(),
              row(PEOPLED, "residents", (long) random.nextInt(12))));
    }
    return LayerView.of(PEOPLED, Audience.STAFF, buildings);
  }

  private static LayerView projects(Bounds place, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Feature> projects = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      projects.add(project("p%05d".formatted(i), place, random));
    }
    return LayerView.of(PROJECTS, Audience.STAFF, projects);
  }

  private static LayerView posts(Bounds place, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Feature> posts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      posts.add(post("t%05d".formatted(i), place, random));
    }
    return LayerView.of(POSTS, Audience.STAFF, posts);
  }

  private static Coordinate somewhere(Bounds place, SplittableRandom random) {
    double east = 0.02 + 0.96 * random.nextDouble();
    double north = 0.02 + 0.96 * random.nextDouble();
    return new Coordinate(
        CoordinateGrid.round(place.minX() + east * (place.maxX() - place.minX())),
        CoordinateGrid.round(place.minY() + north * (place.maxY() - place.minY())));
  }

  private static Feature project(String code, Bounds place, SplittableRandom random) {
    Object[] values = new Object[PROJECTS.fields().size()];
    values[PROJECTS.getIndex("status")] = "completed";
    values[PROJECTS.getIndex("proposed_at")] = LocalDate.of(2025, 2, 1);
    values[PROJECTS.getIndex("completed_at")] = LocalDate.of(2025, 8, 1);
    values[PROJECTS.getIndex("cost")] = 1_000.0 + random.nextInt(90_000);
    return new Feature(code, GEOMETRIES.createPoint(somewhere(place, random)), values);
  }

  private static Feature post(String code, Bounds place, SplittableRandom random) {
    return new Feature(
        code, GEOMETRIES.createPoint(somewhere(place, random)), row(POSTS, "places", 1L));
  }

  private static Object[] row(LayerDefinition definition, String field, Object value) {
    Object[] row = new Object[definition.fields().size()];
    row[definition.getIndex(field)] = value;
    return row;
  }

  /** A walk that was not; each number has its own. */
  Feature drawnWalk(int number) {
    return first(PatrolTown.walks(buildings.extent(), 1, FIXES, 1_000L + number), "drawn");
  }

  /** A park that was not. */
  Feature drawnPark(int number) {
    Bounds all = buildings.extent();
    double inX = (all.maxX() - all.minX()) / 20;
    double inY = (all.maxY() - all.minY()) / 20;
    Bounds inside =
        new Bounds(all.minX() + inX, all.minY() + inY, all.maxX() - inX, all.maxY() - inY);
    return first(StreetTown.parks(inside, 1, 2_000L + number), "drawn");
  }

  Feature drawnProject(int number) {
    return project("drawn", buildings.extent(), new SplittableRandom(3_000L + number));
  }

  /** The first post somewhere else. */
  Feature movedPost(int number) {
    return post("t00000", buildings.extent(), new SplittableRandom(4_000L + number));
  }

  private static Feature first(LayerView view, String code) {
    RowCursor rows = view.rows(LayerQuery.ALL);
    rows.next();
    Feature known = view.findFeature(rows.code()).orElseThrow();
    return new Feature(code, known.shape(), known.values());
  }
}
