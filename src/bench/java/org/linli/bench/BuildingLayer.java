package org.linli.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.linli.layer.DefinitionCodec;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** The made-up buildings as a layer in memory, for what is measured without a store. */
final class BuildingLayer {
  static final LayerDefinition DEFINITION =
      DefinitionCodec.fromYaml(
          new ByteArrayInputStream(
              """
              id: footprints
              geometry: polygon
              fields:
                - {name: name}
                - {name: community}
                - {name: use_code}
                - {name: floors, type: integer}
                - {name: height_m, type: real}
                - {name: built_on, type: date}
                - {name: surveyed_at, type: instant}
                - {name: residents, type: integer}
                - {name: has_liaison, type: boolean}
              """
                  .getBytes(StandardCharsets.UTF_8)));
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private BuildingLayer() {}

  static Feature feature(Building building) {
    Object[] values = {
      building.name(),
      building.community(),
      building.useCode(),
      (long) building.floors(),
      building.heightMetres(),
      building.builtOn(),
      building.surveyedAt(),
      building.residents().isPresent() ? (Long) (long) building.residents().getAsInt() : null,
      building.hasLiaison()
    };
    return new Feature(
        building.code(),
        polygon(building.ring()),
        Arrays.copyOf(values, DEFINITION.fields().size()));
  }

  private static Polygon polygon(double[] ring) {
    Coordinate[] corners = new Coordinate[ring.length / 2];
    Arrays.setAll(corners, i -> new Coordinate(ring[2 * i], ring[2 * i + 1]));
    return GEOMETRIES.createPolygon(corners);
  }
}
