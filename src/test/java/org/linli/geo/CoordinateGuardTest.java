package org.linli.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Samples are drawn around the city sub-district, 118.67° E 37.43° N, and written in many systems.
 */
class CoordinateGuardTest {

  private static final long SEED = 63;
  private static final Bounds COMMUNITY = new Bounds(118.65, 37.41, 118.69, 37.45);

  /** 200 positions within 2 km, as a file in the named system has them. */
  private static CoordinateSample in(String crs) {
    return in(crs, 118.67, 37.43);
  }

  private static CoordinateSample in(String crs, double lon, double lat) {
    CrsTransform transform = Crs.parse(crs).transform();
    CoordinateSample sample = new CoordinateSample();
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      double[] xy = {
        lon + random.nextDouble(-0.018, 0.018), lat + random.nextDouble(-0.018, 0.018)
      };
      transform.fromLonLat(xy);
      sample.add(xy[0], xy[1]);
    }
    return sample;
  }

  private static CoordinateSample of(double... xy) {
    CoordinateSample sample = new CoordinateSample();
    for (int i = 0; i < xy.length; i += 2) {
      sample.add(xy[i], xy[i + 1]);
    }
    return sample;
  }

  private static CoordinateEvidence evidence(CoordinateSample sample) {
    return CoordinateEvidence.of(sample);
  }

  private static void assertAssumed(CoordinateEvidence evidence) {
    Verdict verdict = CoordinateGuard.judge(evidence);
    assertThat(verdict).isInstanceOf(Verdict.Assumed.class);
    assertThat(((Verdict.Assumed) verdict).crs()).isEqualTo(Crs.WGS84);
  }

  private static void assertDeclared(CoordinateEvidence evidence, String crs) {
    assertThat(CoordinateGuard.judge(evidence))
        .isInstanceOfSatisfying(
            Verdict.Declared.class, verdict -> assertThat(verdict.crs()).hasToString(crs));
  }

  private static Verdict.Suspect suspect(CoordinateEvidence evidence) {
    Verdict verdict = CoordinateGuard.judge(evidence);
    assertThat(verdict).isInstanceOf(Verdict.Suspect.class);
    return (Verdict.Suspect) verdict;
  }

  private static void assertGuessed(CoordinateEvidence evidence, String key, String crs) {
    Verdict.Suspect suspect = suspect(evidence);
    assertThat(suspect.why().key()).isEqualTo(key);
    assertThat(suspect.candidates()).first().hasToString(crs);
    assertThat(suspect.why().cure())
        .hasValueSatisfying(cure -> assertThat(cure).startsWith("--from-crs " + crs));
  }

  @Test
  void plainLongitudesAndLatitudesAreTakenWithoutFuss() {
    assertAssumed(evidence(in("EPSG:4326")));
    assertAssumed(evidence(in("EPSG:4326")).near(COMMUNITY));
    assertAssumed(evidence(in("EPSG:4326", -73.98, 40.75)).near(COMMUNITY));
    assertAssumed(evidence(in("EPSG:4326", 9.52, 47.14)).fromColumns("x", "y"));
    assertAssumed(evidence(of(Double.NaN, 4, 0, 0)));
    assertAssumed(evidence(in("EPSG:4326")).near(Bounds.EMPTY));
  }

  @Test
  void oneWildRowAmongGoodOnesIsNoMatterOfTheSystem() {
    assertAssumed(evidence(of(118.67, 37.43, 118.68, 91, 118.66, 37.42)));
  }

  @Test
  void whatTheUserNamesWins() {
    assertDeclared(
        evidence(in("EPSG:4549")).declaredAs(Crs.WGS84).givenAs(Crs.parse("EPSG:4549")),
        "EPSG:4549");
    assertDeclared(
        evidence(in("GCJ-02")).fromColumns("gcj_lng").givenAs(Crs.WGS84).near(COMMUNITY),
        "EPSG:4326");
    assertDeclared(evidence(in("EPSG:4326", 35, 78)).givenAs(Crs.WGS84), "EPSG:4326");
    assertDeclared(
        evidence(in("EPSG:4326:latlon")).givenAs(Crs.parse("EPSG:4326:latlon")),
        "EPSG:4326:latlon");
  }

  @Test
  void whatTheFileNamesIsTakenInFileOrder() {
    assertDeclared(
        evidence(in("EPSG:4326")).declaredAs(Crs.parse("urn:ogc:def:crs:EPSG::4326")), "EPSG:4326");
    assertDeclared(
        evidence(in("EPSG:4549")).declaredAs(Crs.parse("urn:ogc:def:crs:EPSG::4549")), "EPSG:4549");
    assertDeclared(evidence(in("EPSG:4490")).declaredAs(Crs.parse("EPSG:4490")), "EPSG:4490");
  }

  @Test
  void aSystemToBeCarefulWithIsTakenWithItsCaution() {
    Verdict verdict =
        CoordinateGuard.judge(evidence(in("EPSG:2437")).givenAs(Crs.parse("EPSG:2437")));
    assertThat(((Verdict.Declared) verdict).caution())
        .hasValueSatisfying(caution -> assertThat(caution.message()).contains("100 m"));
  }

  @Test
  void metresThatAreSaidToBeDegreesAreRefused() {
    for (Crs said : new Crs[] {Crs.WGS84, Crs.parse("EPSG:4490"), Crs.GCJ02}) {
      Verdict.Suspect suspect = suspect(evidence(in("EPSG:3857")).declaredAs(said));
      assertThat(suspect.why().key()).isEqualTo("declared_crs_impossible");
      assertThat(suspect.why().message()).startsWith(said + " is what the file says, but (1321");
      assertThat(suspect.candidates()).containsExactly(Crs.parse("EPSG:3857"));
      assertThat(suspect.why().cure()).contains("--from-crs EPSG:3857");
    }
    assertThat(suspect(evidence(in("EPSG:4549")).givenAs(Crs.WGS84)).why().message())
        .contains("was given")
        .contains("EPSG:4534");
  }

  @Test
  void degreesThatAreSaidToBeMetresAreRefused() {
    for (String said : new String[] {"EPSG:4549", "EPSG:3857", "EPSG:27700"}) {
      assertGuessed(
          evidence(in("EPSG:4326")).givenAs(Crs.parse(said)), "given_crs_impossible", "EPSG:4326");
    }
  }

  @Test
  void aZoneWithoutItsNumberIsNotTheZoneWithIt() {
    assertGuessed(
        evidence(in("EPSG:4528")).declaredAs(Crs.parse("EPSG:4549")),
        "declared_crs_impossible",
        "EPSG:4528");
    assertThat(
            suspect(evidence(in("EPSG:4549")).declaredAs(Crs.parse("EPSG:4528")).near(COMMUNITY))
                .candidates())
        .contains(Crs.parse("EPSG:4549"));
  }

  @Test
  void surveyorsNorthingsBeforeEastingsAreSeenInANamedZone() {
    for (String zone : new String[] {"EPSG:4549", "EPSG:4528", "EPSG:32650"}) {
      assertGuessed(
          evidence(in(zone + ":latlon")).givenAs(Crs.parse(zone)),
          "axes_swapped",
          zone + ":latlon");
    }
  }

  /** Some draw the whole country in one zone; that is theirs to do. */
  @Test
  void aZoneUsedFarBeyondItselfIsTakenFromTheUser() {
    assertDeclared(evidence(in("EPSG:4544", 127, 45)).givenAs(Crs.parse("EPSG:4544")), "EPSG:4544");
  }

  @Test
  void latitudesBeforeLongitudesAreSeenWhereTheRangeOrTheArcticTells() {
    assertGuessed(evidence(in("EPSG:4326:latlon")), "axes_swapped", "EPSG:4326:latlon");
    assertGuessed(
        evidence(in("EPSG:4326:latlon")).declaredAs(Crs.WGS84),
        "declared_crs_impossible",
        "EPSG:4326:latlon");
    assertGuessed(evidence(in("EPSG:4326:latlon", 76, 39.5)), "axes_swapped", "EPSG:4326:latlon");
    assertGuessed(
        evidence(in("EPSG:4326:latlon", 76, 39.5)).declaredAs(Crs.WGS84),
        "axes_swapped",
        "EPSG:4326:latlon");
  }

  @Test
  void latitudesBeforeLongitudesAreSeenWhereTheCommunityIsKnown() {
    CoordinateSample europe = in("EPSG:4326:latlon", 9.52, 47.14);
    assertAssumed(evidence(europe));
    assertGuessed(
        evidence(europe).near(new Bounds(9.4, 47, 9.7, 47.3)), "axes_swapped", "EPSG:4326:latlon");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4528", "EPSG:4527", "EPSG:4498", "EPSG:4528:latlon"})
  void aZoneNumberBeforeTheEastingIsRead(String crs) {
    double lon = crs.startsWith("EPSG:4528") ? 119.5 : 117.5;
    assertGuessed(evidence(in(crs, lon, 37.43)), "metres", crs);
  }

  @Test
  void metresWithoutAZoneAreNotGuessedWithoutTheCommunity() {
    for (String crs : new String[] {"EPSG:4549", "EPSG:32650"}) {
      Verdict.Suspect suspect = suspect(evidence(in(crs)));
      assertThat(suspect.candidates()).isEmpty();
      assertThat(suspect.why().key()).isEqualTo("metres_without_zone");
      assertThat(suspect.why().cure()).contains("--from-crs EPSG:4534 … EPSG:4554");
    }
    assertThat(suspect(evidence(in("EPSG:4549:latlon"))).why().cure())
        .contains("--from-crs EPSG:4534:latlon … EPSG:4554:latlon");
  }

  @Test
  void metresWithoutAZoneGetCandidatesFromTheCommunity() {
    assertThat(suspect(evidence(in("EPSG:4549")).near(COMMUNITY)).candidates())
        .containsExactly(Crs.parse("EPSG:4549"));
    Verdict.Suspect suspect = suspect(evidence(in("EPSG:32650")).near(COMMUNITY));
    assertThat(suspect.candidates())
        .containsExactly(Crs.parse("EPSG:4509"), Crs.parse("EPSG:32650"));
    assertThat(suspect.why().key()).isEqualTo("metres_ambiguous");
    assertThat(suspect.why().cure()).contains("--from-crs EPSG:4509, or --from-crs EPSG:32650");
    assertThat(suspect(evidence(in("EPSG:4549:latlon")).near(COMMUNITY)).candidates())
        .containsExactly(Crs.parse("EPSG:4549:latlon"));
  }

  @Test
  void webMercatorMetresAreSeen() {
    assertGuessed(evidence(in("EPSG:3857")), "metres", "EPSG:3857");
    assertGuessed(evidence(in("EPSG:3857", -73.98, 40.75)), "metres", "EPSG:3857");
    assertGuessed(evidence(in("EPSG:3857", 121.5, 31.2)), "metres_ambiguous", "EPSG:3857");
    assertGuessed(
        evidence(in("EPSG:3857", 121.5, 31.2)).near(new Bounds(121, 31, 122, 32)),
        "metres",
        "EPSG:3857");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gcj_lng", "GCJ02_X", "lng_gcj02", "高德经度", "amap_lon", "火星坐标X"})
  void columnsThatSayGcj02AreBelieved(String column) {
    assertGuessed(evidence(in("GCJ-02")).fromColumns(column, "lat"), "offset_by_name", "GCJ-02");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bd09_x", "bd_lng", "BD-09 lon", "百度经度", "baidu_x", "bdlng"})
  void columnsThatSayBd09AreBelieved(String column) {
    assertGuessed(
        evidence(in("BD-09")).fromColumns(column, "lat").declaredAs(Crs.WGS84),
        "offset_by_name",
        "BD-09");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lng", "经度", "x", "wgs84_lng", "datamap_x", "marshland", "abd_x", "bdry"})
  void otherColumnsSayNothing(String column) {
    assertAssumed(evidence(in("EPSG:4326")).fromColumns(column, column));
  }

  @Test
  void outsideChinaNoColumnNameMeansAnOffset() {
    assertAssumed(evidence(in("EPSG:4326", -73.98, 40.75)).fromColumns("gcj_lng", "gcj_lat"));
  }

  @Test
  void baidusMetresAreRefusedAndNotGuessed() {
    Verdict.Suspect suspect = suspect(evidence(in("EPSG:3857")).fromColumns("baidu_x", "baidu_y"));
    assertThat(suspect.candidates()).isEmpty();
    assertThat(suspect.why().key()).isEqualTo("baidu_metres");
  }

  /** The offset of 500 m must bring nearly all positions into a compound they lie beside. */
  @Test
  void anOffsetIsSuspectedOnlyWhereTheCommunitysExtentShowsIt() {
    Bounds compound = new Bounds(118.6700, 37.4300, 118.6730, 37.4320);
    CoordinateSample wgs84 = new CoordinateSample();
    CoordinateSample gcj02 = new CoordinateSample();
    Random random = new Random(SEED);
    for (int i = 0; i < 100; i++) {
      double[] xy = {random.nextDouble(118.67, 118.673), random.nextDouble(37.43, 37.432)};
      wgs84.add(xy[0], xy[1]);
      Crs.GCJ02.transform().fromLonLat(xy);
      gcj02.add(xy[0], xy[1]);
    }
    assertAssumed(evidence(gcj02));
    assertAssumed(evidence(wgs84).near(compound));
    assertGuessed(evidence(gcj02).near(compound), "offset_by_extent", "GCJ-02");
    assertAssumed(evidence(gcj02).near(COMMUNITY.expandedBy(0.1)));
  }

  @Test
  void numbersOfNoKnownKindAreRefusedWithAnExampleOfTheOption() {
    for (CoordinateSample sample :
        new CoordinateSample[] {of(101, 91), of(1_186_700_000, 374_300_000), of(200, -300)}) {
      Verdict.Suspect suspect = suspect(evidence(sample));
      assertThat(suspect.candidates()).isEmpty();
      assertThat(suspect.why().key()).isEqualTo("not_degrees");
      assertThat(suspect.why().message()).contains("latitude to 90 degrees");
      assertThat(suspect.why().cure())
          .hasValueSatisfying(cure -> assertThat(cure).contains("--from-crs EPSG:4549"));
    }
  }

  @Test
  void aSampleOfAMillionPositionsStaysSmallAndSpansThemAll() {
    CoordinateSample sample = new CoordinateSample();
    for (int i = 1; i <= 1_000_000; i++) {
      sample.add(i, i);
    }
    assertThat(sample.size()).isBetween(512, 1_024);
    assertThat(sample.x(0)).isEqualTo(1);
    assertThat(sample.x(sample.size() - 1)).isGreaterThan(990_000);
  }
}
