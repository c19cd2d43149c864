package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.geo.Bounds;
import org.linli.geo.Crs;
import org.linli.geo.CrsTransform;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.testing.Needs;
import org.linli.testing.Program;
import org.linli.testing.Tool;
import org.locationtech.jts.geom.Coordinate;

/**
 * Tables of positions as Chinese offices hand them on, without a word of their system: the import
 * stops and names an option, and with that option the positions are where they were. GDAL brings
 * them into the systems, so that no two errors of ours can cancel out.
 */
class CoordinateCasesTest {
  private static final long SEED = 63;
  private static final int ROWS = 40;
  private static final Pattern OPTION = Pattern.compile("--from-crs ([A-Za-z0-9:-]+)");

  /** A degree of latitude, and at 37.43° N of longitude, in metres. */
  private static final double METRES_NORTH = 110_990;

  private static final double METRES_EAST = 88_500;

  private static final Bounds COMMUNITY = new Bounds(118.65, 37.41, 118.69, 37.45);

  @TempDir Path folder;
  private Trial trial;
  private final double[][] original = new double[ROWS][];

  @BeforeEach
  void positionsInTheSubDistrict() {
    trial = new Trial(folder);
    scatter(0.018);
  }

  /** Within so many degrees of its middle. */
  private void scatter(double degrees) {
    Random random = new Random(SEED);
    for (int i = 0; i < ROWS; i++) {
      original[i] =
          new double[] {
            118.67 + random.nextDouble(-degrees, degrees),
            37.43 + random.nextDouble(-degrees, degrees)
          };
    }
  }

  private Path table(String header, double[][] rows) throws IOException {
    return Files.writeString(
        folder.resolve("in.csv"),
        IntStream.range(0, rows.length)
            .mapToObj(i -> "%d,%.9f,%.9f".formatted(i, rows[i][0], rows[i][1]))
            .collect(Collectors.joining("\n", "n," + header + "\n", "\n")));
  }

  /** The positions as GDAL brings them into a system; the northing first if that is wanted. */
  private double[][] in(String crs, boolean northingFirst) throws IOException {
    Path from = table("x,y", original);
    Path to = folder.resolve("out.csv");
    Files.deleteIfExists(to);
    Program.run(
        Tool.GDAL.get().resolveSibling("ogr2ogr").toString(),
        "-f",
        "CSV",
        to.toString(),
        from.toString(),
        "-oo",
        "X_POSSIBLE_NAMES=x",
        "-oo",
        "Y_POSSIBLE_NAMES=y",
        "-s_srs",
        "EPSG:4326",
        "-t_srs",
        crs,
        "-lco",
        "GEOMETRY=AS_XY");
    List<String> lines = Files.readAllLines(to);
    double[][] rows = new double[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      String[] cells = lines.get(i + 1).replace("\"", "").split(",");
      double x = Double.parseDouble(cells[0]);
      double y = Double.parseDouble(cells[1]);
      rows[i] = northingFirst ? new double[] {y, x} : new double[] {x, y};
    }
    return rows;
  }

  private static String option(ImportIssue issue) {
    Matcher named = OPTION.matcher(issue.cure(Locale.ENGLISH));
    assertThat(named.find()).as(issue.cure(Locale.ENGLISH)).isTrue();
    assertThat(issue.cure(Locale.CHINESE)).contains(named.group());
    return named.group(1);
  }

  private void assertWhereTheyWere(double metres) {
    int n = trial.store.getLayer(Trial.LAYER).definition().getIndex("n");
    assertThat(trial.features()).hasSize(ROWS);
    trial
        .features()
        .forEach(
            feature -> {
              Coordinate at = feature.shape().getCoordinate();
              double[] was = original[((Long) feature.value(n)).intValue()];
              double east = (at.x - was[0]) * METRES_EAST;
              double north = (at.y - was[1]) * METRES_NORTH;
              assertThat(Math.hypot(east, north)).isCloseTo(0, within(metres));
            });
  }

  private void stopsAndThenGoesIn(Path file, String expected, double metres) {
    String option = option(trial.refused(file, IssueKind.SUSPECT_COORDINATES));
    assertThat(option).isEqualTo(expected);
    trial.fromCrs(option).applied(file);
    assertWhereTheyWere(metres);
  }

  @ParameterizedTest
  @Needs(Tool.GDAL)
  @CsvSource({
    // CGCS2000 in zones of 3 and of 6 degrees with the zone before the easting, and Web Mercator.
    "EPSG:4528, EPSG:4528, false",
    "EPSG:4498, EPSG:4498, false",
    "EPSG:3857, EPSG:3857, false",
    // The same with the northing first, as surveyors write it.
    "EPSG:4528, EPSG:4528:latlon, true",
    "EPSG:4498, EPSG:4498:latlon, true",
  })
  void metresThatNameTheirZoneAreAskedAboutAndComeRight(
      String crs, String option, boolean northingFirst) throws IOException {
    stopsAndThenGoesIn(table("x,y", in(crs, northingFirst)), option, 0.02);
  }

  @Test
  @Needs(Tool.GDAL)
  void metresWithoutAZoneAreToldByTheCommunityThatIsThereOrAskedFor() throws IOException {
    Path file = table("x,y", in("EPSG:4549", false));
    ImportIssue issue = trial.refused(file, IssueKind.SUSPECT_COORDINATES);
    assertThat(issue.finding().orElseThrow().key()).isEqualTo("metres_without_zone");
    trial = new Trial(folder).near(COMMUNITY);
    stopsAndThenGoesIn(file, "EPSG:4549", 0.02);
  }

  @Test
  @Needs(Tool.GDAL)
  void degreesOfCgcs2000AreThoseOfWgs84ToACentimetreOrTwo() throws IOException {
    trial.applied(table("经度,纬度", in("EPSG:4490", false)));
    assertWhereTheyWere(0.02);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lon,lat", "x,y"})
  void swappedDegreesAreAskedAbout(String header) throws IOException {
    double[][] swapped = new double[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      swapped[i] = new double[] {original[i][1], original[i][0]};
    }
    stopsAndThenGoesIn(table(header, swapped), "EPSG:4326:latlon", 0.02);
  }

  @ParameterizedTest
  @CsvSource({"GCJ-02, gcj_lng, gcj_lat", "BD-09, bd_lng, bd_lat"})
  void anOffsetThatTheColumnsNameIsAskedAbout(String crs, String x, String y) throws IOException {
    stopsAndThenGoesIn(table(x + "," + y, shifted(crs)), crs, 0.5);
  }

  /** One estate, half a kilometre wide, which is as far as it is moved, and a sub-district. */
  @ParameterizedTest
  @CsvSource({"GCJ-02, 0.0025", "BD-09, 0.0025", "GCJ-02, 0.018", "BD-09, 0.018"})
  void anOffsetThatNothingNamesIsToldByTheLayersThatAreThere(String crs, double degrees)
      throws IOException {
    scatter(degrees);
    Path file = table("lon,lat", shifted(crs));
    Bounds streets = bounds();
    trial = new Trial(folder).near(streets);
    stopsAndThenGoesIn(file, crs, 0.5);
    // Where nothing is known there is nothing to tell it by: it is said that a system was assumed.
    ImportReport blind = new Trial(folder).applied(file);
    assertThat(blind.issueTotals()).containsKey(IssueKind.CRS_ASSUMED);
    // The person may know better.
    new Trial(folder).near(streets).fromCrs("EPSG:4326").applied(file);
  }

  @Test
  void dataThatReachesBeyondTheCommunityOnAllSidesIsNotTakenForShifted() throws IOException {
    Bounds streets = bounds();
    double reach = 0.003;
    Bounds smaller =
        new Bounds(
            streets.minX() + reach,
            streets.minY() + reach,
            streets.maxX() - reach,
            streets.maxY() - reach);
    trial.near(smaller).applied(table("lon,lat", original));
    assertWhereTheyWere(0.02);
  }

  private Bounds bounds() {
    double[] low = {180, 90};
    double[] high = {-180, -90};
    for (double[] at : original) {
      for (int axis = 0; axis < 2; axis++) {
        low[axis] = Math.min(low[axis], at[axis]);
        high[axis] = Math.max(high[axis], at[axis]);
      }
    }
    return new Bounds(low[0], low[1], high[0], high[1]);
  }

  private double[][] shifted(String crs) {
    CrsTransform transform = Crs.parse(crs).transform();
    double[][] rows = new double[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      rows[i] = original[i].clone();
      transform.fromLonLat(rows[i]);
    }
    return rows;
  }

  @Test
  @Needs(Tool.REAL_DATA)
  void pairsOfAnotherImplementationComeBackToWithinAMetre() {
    Path file = Tool.REAL_DATA.get().resolve("china/eviltransform_pairs.csv");
    trial.map("lon", "gcj_lng").map("lat", "gcj_lat").fromCrs("GCJ-02").applied(file);
    List<Object> lons = trial.values("wgs_lng");
    List<Object> lats = trial.values("wgs_lat");
    for (int i = 0; i < 3; i++) {
      Coordinate at = trial.features().get(i).shape().getCoordinate();
      assertThat((at.x - (Double) lons.get(i)) * METRES_NORTH).isCloseTo(0, within(1.0));
      assertThat((at.y - (Double) lats.get(i)) * METRES_NORTH).isCloseTo(0, within(1.0));
    }
  }
}
