package org.linli.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GeometryRepairTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static Geometry wkt(String wkt) {
    try {
      return new WKTReader(FACTORY).read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  private static RepairResult.Repaired repaired(String wkt) {
    RepairResult result = GeometryRepair.of(wkt(wkt));
    assertThat(result).as(wkt).isInstanceOf(RepairResult.Repaired.class);
    return (RepairResult.Repaired) result;
  }

  private static Finding refused(Geometry geometry) {
    RepairResult result = GeometryRepair.of(geometry);
    assertThat(result).isInstanceOf(RepairResult.Refused.class);
    return ((RepairResult.Refused) result).reason();
  }

  @Test
  void aValidGeometryComesBackRoundedAndNothingElse() {
    RepairResult result = GeometryRepair.of(wkt("LINESTRING (101.430000049 36.04, 101.44 36.05)"));
    assertThat(result)
        .isEqualTo(new RepairResult.Valid(wkt("LINESTRING (101.43 36.04, 101.44 36.05)"), false));
  }

  @Test
  void heightsAreDroppedAndSaidSo() {
    assertThat(GeometryRepair.of(wkt("POINT Z (101.43 36.04 2950)")))
        .isEqualTo(new RepairResult.Valid(wkt("POINT (101.43 36.04)"), true));
  }

  /** Two triangles of 0.001° by 0.0005° at the equator: 111.3195 m by 55.2871 m, halved, each. */
  @Test
  void aBowTieBecomesItsTwoTriangles() {
    var result = repaired("POLYGON ((0 0, 0.001 0.001, 0.001 0, 0 0.001, 0 0))");
    Geometry triangles =
        wkt(
            "MULTIPOLYGON (((0 0, 0 0.001, 0.0005 0.0005, 0 0)), "
                + "((0.001 0, 0.0005 0.0005, 0.001 0.001, 0.001 0)))");
    assertThat(result.geometry().norm().toText()).isEqualTo(triangles.norm().toText());
    assertThat(result.reason().key()).isEqualTo("crosses_itself");
    assertThat(result.reason().message()).contains("(0.0005, 0.0005)");
    assertThat(result.where()).isEqualTo(new Coordinate(0.0005, 0.0005));
    assertThat(result.areaBefore()).isCloseTo(0, within(0.01));
    assertThat(result.areaAfter()).isCloseTo(111.3195 * 110.5743 / 2, within(0.5));
  }

  @Test
  void aHoleOutsideItsOutlineBecomesAPartOfItsOwn() {
    var result =
        repaired(
            "POLYGON ((0 0, 0.001 0, 0.001 0.001, 0 0.001, 0 0),"
                + " (0.002 0, 0.002 0.001, 0.003 0.001, 0.003 0, 0.002 0))");
    assertThat(result.reason().key()).isEqualTo("hole_outside_shell");
    assertThat(result.geometry().getNumGeometries()).isEqualTo(2);
    assertThat(result.areaAfter() / result.areaBefore()).isNotCloseTo(1, within(0.5));
  }

  /** Blobs of a few grid steps: rounding folds most of them somewhere. */
  @Test
  void whateverRoundingFoldsEndsValidOnTheGridOrIsRefused() {
    long seed = 7;
    Random random = new Random(seed);
    int repaired = 0;
    for (int i = 0; i < 500; i++) {
      RepairResult result = GeometryRepair.of(blob(random));
      if (result instanceof RepairResult.Valid valid) {
        assertOnGrid(valid.geometry(), seed, i);
      } else if (result instanceof RepairResult.Repaired folded) {
        assertOnGrid(folded.geometry(), seed, i);
        repaired++;
      } else {
        assertThat(((RepairResult.Refused) result).reason().cure()).isPresent();
      }
    }
    assertThat(repaired).isPositive();
  }

  private static Polygon blob(Random random) {
    Coordinate[] ring = new Coordinate[13];
    for (int i = 0; i < 12; i++) {
      double radius = random.nextDouble(5e-8, 6e-7);
      double angle = i * Math.PI / 6;
      ring[i] = new Coordinate(101.43 + radius * Math.cos(angle), 36.04 + radius * Math.sin(angle));
    }
    ring[12] = ring[0];
    return FACTORY.createPolygon(ring);
  }

  private static void assertOnGrid(Geometry geometry, long seed, int draw) {
    assertThat(geometry.isValid()).as("seed %d, draw %d: %s", seed, draw, geometry).isTrue();
    assertThat(geometry.getDimension()).isEqualTo(2);
    assertThat(CoordinateGrid.round(geometry).equalsExact(geometry)).isTrue();
  }

  @Test
  void whatARepairLeavesNothingOfIsRefused() {
    assertThat(refused(wkt("POLYGON ((1 1, 2 2, 3 3, 1 1))")).cure())
        .hasValueSatisfying(cure -> assertThat(cure).startsWith("Draw it anew"));
    assertThat(refused(wkt("LINESTRING (1 1, 1.00000001 1)")).key()).isEqualTo("too_few_points");
    assertThat(refused(wkt("POLYGON ((0 0, 1E-8 0, 1E-8 1E-8, 0 0))")).key())
        .isEqualTo("too_few_points");
  }

  @Test
  void anEmptyGeometryIsNoPlace() {
    for (String empty : new String[] {"POINT EMPTY", "POLYGON EMPTY", "GEOMETRYCOLLECTION EMPTY"}) {
      assertThat(GeometryRepair.of(wkt(empty))).as(empty).isInstanceOf(RepairResult.Missing.class);
    }
  }

  @Test
  void aCollectionOfOneKindBecomesThatKind() {
    assertThat(
            GeometryRepair.of(
                wkt(
                    "GEOMETRYCOLLECTION (POINT (1 2), MULTIPOINT ((3 4), (5 6)), LINESTRING EMPTY)")))
        .isEqualTo(new RepairResult.Valid(wkt("MULTIPOINT ((1 2), (3 4), (5 6))"), false));
    assertThat(refused(wkt("GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))")).key())
        .isEqualTo("mixed_collection");
  }

  @Test
  void numbersThatAreNoPlaceAreRefusedByName() {
    assertThat(refused(wkt("POINT (100 91)")).message())
        .isEqualTo("Latitude 91 is beyond 90 degrees.");
    assertThat(refused(wkt("POINT (181 36)")).key()).isEqualTo("longitude_out_of_range");
    assertThat(refused(wkt("LINESTRING (1 1, 500000 4000000)")).key())
        .isEqualTo("latitude_out_of_range");
    Geometry hole = FACTORY.createPoint(new Coordinate(1, Double.POSITIVE_INFINITY));
    assertThat(refused(hole).key()).isEqualTo("coordinate_not_finite");
  }

  @Test
  void aSegmentOverTheAntimeridianIsRefusedWithTheCure() {
    Finding finding = refused(wkt("POLYGON ((179 0, -179 0, -179 1, 179 1, 179 0))"));
    assertThat(finding.key()).isEqualTo("crosses_antimeridian");
    assertThat(finding.message()).contains("from longitude 179 to -179");
    assertThat(finding.cure()).hasValueSatisfying(cure -> assertThat(cure).contains("RFC 7946"));
    assertThat(GeometryRepair.of(wkt("MULTIPOINT ((179 0), (-179 0))")))
        .isInstanceOf(RepairResult.Valid.class);
    assertThat(GeometryRepair.of(wkt("MULTILINESTRING ((179 0, 180 0), (-180 0, -179 0))")))
        .isInstanceOf(RepairResult.Valid.class);
  }

  @Test
  void anInvalidPolygonOfHalfTheWorldIsNotRepaired() {
    assertThat(refused(wkt("POLYGON ((-60 0, 60 60, 60 0, -60 60, -60 0))")).cure())
        .hasValueSatisfying(cure -> assertThat(cure).contains("at most 60 degrees"));
  }

  @Test
  void aTrackKeepsItsTimes() {
    var result = (RepairResult.Valid) GeometryRepair.of(wkt("LINESTRING M (1 1 100, 2 2 200)"));
    assertThat(result.zDropped()).isFalse();
    assertThat(result.geometry().getCoordinates()[1].getM()).isEqualTo(200);
  }

  @Test
  void aRingOfAMillionVerticesIsRefusedByItsCount() {
    Finding finding = refused(FACTORY.createPolygon(circle(1_000_000)));
    assertThat(finding.key()).isEqualTo("too_many_vertices");
    assertThat(finding.message()).contains("1000001").contains("500000");
    assertThat(finding.cure()).isPresent();
  }

  @Test
  void aLargeHonestRingIsTaken() {
    assertThat(GeometryRepair.of(FACTORY.createPolygon(circle(100_000))))
        .isInstanceOf(RepairResult.Valid.class);
  }

  /**
   * Each of 40,000 slanted teeth lies in the box of the ones beside it: 20 million pairs and more.
   */
  @Test
  void aRingOfSlantedTeethIsRefusedByACountOfSteps() {
    Geometry comb = FACTORY.createPolygon(comb(40_000));
    assertThat(ValidityWork.steps(comb, GeometryRepair.MOST_STEPS_TO_CHECK))
        .isEqualTo(GeometryRepair.MOST_STEPS_TO_CHECK + 1);
    assertThat(refused(comb).key()).isEqualTo("too_tangled");
  }

  @Test
  void aStarThatCrossesItselfTooOftenIsRefusedByACountOfSteps() {
    Coordinate[] star = circle(1_999);
    Coordinate[] jumps = new Coordinate[2_000];
    for (int i = 0; i < jumps.length; i++) {
      jumps[i] = star[(int) (i * 999L % 1_999)];
    }
    Geometry polygon = FACTORY.createPolygon(jumps);
    assertThat(ValidityWork.steps(polygon, Long.MAX_VALUE))
        .isGreaterThan(GeometryRepair.MOST_STEPS_TO_REPAIR);
    assertThat(refused(polygon).cure())
        .hasValueSatisfying(cure -> assertThat(cure).startsWith("Repair it with a GIS"));
  }

  @Test
  void manyHolesInALongOutlineAreCountedToo() {
    var holes = new LinearRing[50_000];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = square(101.43, 36.04);
    }
    Geometry sieve = FACTORY.createPolygon(FACTORY.createLinearRing(circle(200_000)), holes);
    assertThat(ValidityWork.steps(sieve, 1_000_000)).isGreaterThan(1_000_000);
    assertThat(refused(sieve).key()).isEqualTo("too_tangled");
  }

  private static LinearRing square(double lon, double lat) {
    return ((Polygon) FACTORY.toGeometry(new Envelope(lon, lon + 1e-4, lat, lat + 1e-4)))
        .getExteriorRing();
  }

  private static Coordinate[] circle(int vertices) {
    Coordinate[] ring = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double angle = 2 * Math.PI * i / vertices;
      ring[i] = new Coordinate(101 + Math.cos(angle), 36 + Math.sin(angle));
    }
    ring[vertices] = ring[0];
    return ring;
  }

  private static Coordinate[] comb(int teeth) {
    Coordinate[] ring = new Coordinate[2 * teeth + 2];
    for (int i = 0; i < teeth; i++) {
      double x = 101 + i * 2e-6;
      ring[2 * i] = new Coordinate(x, 36);
      ring[2 * i + 1] = new Coordinate(x + 1, 37);
    }
    ring[2 * teeth] = new Coordinate(101 + teeth * 2e-6, 35.9);
    ring[2 * teeth + 1] = ring[0];
    return ring;
  }
}
