package org.linli.analysis.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.GridTown;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.Town;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class OutermostTest {

  private static Geometry hull(List<Coordinate> vertices) {
    return new ConvexHull(vertices.toArray(Coordinate[]::new), new GeometryFactory())
        .getConvexHull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 500})
  void theHullOfTheOutermostIsTheHullOfAll(int buildings) {
    long seed = buildings;
    Random random = new Random(seed);
    GridTown town = new GridTown();
    for (int i = 0; i < buildings; i++) {
      town.building("b" + i, 1000 * random.nextGaussian(), 300 * random.nextGaussian());
    }
    PlaneShapes shapes = Town.of(town.inputs(), AccessReview.PLACED).shapes();
    List<Coordinate> all = new ArrayList<>();
    for (int v = 0; v < shapes.vertices(); v++) {
      all.add(new Coordinate(shapes.x(v), shapes.y(v)));
    }

    List<Coordinate> outermost = Outermost.of(shapes, 50_000);

    assertThat(hull(outermost).equalsExact(hull(all))).as("seed %d", seed).isTrue();
    assertThat(buildings < 500 || outermost.size() < all.size() / 4).isTrue();
  }
}
