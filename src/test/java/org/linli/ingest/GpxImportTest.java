package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.ingest.ImportReport.Outcome;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.layer.GeometryType;
import org.linli.testing.Needs;
import org.linli.testing.Tool;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** GPX as devices write it, and XML that means harm. */
class GpxImportTest {
  private static final String WALK =
      """
      <trk><name>早巡</name><desc>东门到西门</desc><type>walking</type><trkseg>
      <trkpt lat="36.04" lon="101.43"><ele>3200</ele><time>2026-05-01T00:30:00Z</time></trkpt>
      <trkpt lat="36.05" lon="101.43"><time>2026-05-01T08:31:00+08:00</time></trkpt>
      </trkseg></trk>
      """;

  @TempDir Path folder;
  private Trial trial;

  @BeforeEach
  void anEmptyStore() {
    trial = new Trial(folder);
  }

  private Trial fresh() {
    trial = new Trial(folder);
    return trial;
  }

  private Path xml(String text) throws IOException {
    return Files.writeString(folder.resolve("in.gpx"), text);
  }

  private Path gpx(String version, String content) throws IOException {
    return xml(
        "<?xml version='1.0'?><gpx version='%s' creator='t' xmlns='http://www.topografix.com/GPX/%s'>%s</gpx>"
            .formatted(version, version.replace('.', '/'), content));
  }

  private Path track(String... points) throws IOException {
    return gpx("1.1", "<trk><trkseg>" + String.join("", points) + "</trkseg></trk>");
  }

  private static String point(String lat, String lon, String time) {
    return "<trkpt lat='%s' lon='%s'>%s</trkpt>"
        .formatted(lat, lon, time.isEmpty() ? "" : "<time>2026-05-01T" + time + "Z</time>");
  }

  private Coordinate[] fixes() {
    return trial.features().get(0).shape().getCoordinates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1.1"})
  void aTimedTrackBecomesAPatrolWithATimeAtEachVertex(String version) throws IOException {
    ImportReport report = trial.as("patrols").applied(gpx(version, WALK));
    assertThat(report.format()).contains("GPX");
    assertThat(Arrays.stream(fixes()).map(Coordinate::getM))
        .containsExactly(
            (double) Instant.parse("2026-05-01T00:30:00Z").getEpochSecond(),
            (double) Instant.parse("2026-05-01T00:31:00Z").getEpochSecond());
    assertThat(trial.values("started_at")).containsExactly(Instant.parse("2026-05-01T00:30:00Z"));
    assertThat(trial.values("ended_at")).containsExactly(Instant.parse("2026-05-01T00:31:00Z"));
    assertThat(report.issueTotals()).containsKey(IssueKind.Z_DROPPED);
  }

  @Test
  void anotherLayerKeepsTheTrackAndWhatIsWrittenOnIt() throws IOException {
    trial.applied(gpx("1.1", WALK));
    assertThat(trial.store.getLayer(Trial.LAYER).definition().geometry())
        .isEqualTo(GeometryType.TRACK);
    assertThat(trial.values("name")).containsExactly("早巡");
    assertThat(trial.values("desc")).containsExactly("东门到西门");
    assertThat(trial.values("activity")).containsExactly("walking");
  }

  @Test
  void aTrackWithoutTimesIsALineWhoseSegmentsStayApart() throws IOException {
    Path file =
        gpx(
            "1.1",
            "<trk><trkseg>"
                + point("36", "101", "")
                + point("36.1", "101", "")
                + "</trkseg><trkseg/><trkseg>"
                + point("36.5", "101", "")
                + "</trkseg><trkseg>"
                + point("36.2", "101", "")
                + point("36.3", "101", "")
                + "</trkseg></trk>");
    ImportReport report = trial.applied(file);
    assertThat(trial.features().get(0).shape())
        .hasToString("MULTILINESTRING ((101 36, 101 36.1), (101 36.2, 101 36.3))");
    ImportIssue alone = Trial.issue(report, IssueKind.POINT_ALONE);
    assertThat(alone.row()).hasValue(1);
    assertThat(alone.field()).contains("trkpt 3");
    fresh().as("patrols").refused(file, IssueKind.NOT_TIMED);
  }

  @Test
  void theSegmentsOfATimedTrackAreJoinedInTheOrderOfTime() throws IOException {
    Path file =
        gpx(
            "1.1",
            "<trk><trkseg>"
                + point("36.2", "101", "09:00:00")
                + "</trkseg><trkseg>"
                + point("36", "101", "08:00:00")
                + point("36.1", "101", "08:01:00")
                + "</trkseg></trk>");
    ImportReport report = trial.as("patrols").applied(file);
    assertThat(Arrays.stream(fixes()).map(Coordinate::getY)).containsExactly(36.0, 36.1, 36.2);
    assertThat(report.issues())
        .filteredOn(issue -> issue.kind() == IssueKind.POINT_REORDERED)
        .extracting(issue -> issue.field().orElse(""))
        .containsExactly("trkpt 2", "trkpt 3");
  }

  @Test
  void pointsWithoutATimeOrOfTheSameMomentAreLeftOutByTheirNumbers() throws IOException {
    Path file =
        track(
            point("36", "101", "08:00:00"),
            point("36.1", "101", ""),
            point("36.2", "101", "noon"),
            point("36.3", "101", "08:00:00"),
            point("36.4", "101", "08:01:00"));
    ImportReport report = trial.as("patrols").applied(file);
    assertThat(Arrays.stream(fixes()).map(Coordinate::getY)).containsExactly(36.0, 36.4);
    assertThat(report.issues())
        .filteredOn(issue -> issue.kind() == IssueKind.POINT_UNTIMED)
        .extracting(issue -> issue.field().orElse(""))
        .containsExactly("trkpt 2", "trkpt 3");
    assertThat(Trial.issue(report, IssueKind.POINT_REPEATED).field()).contains("trkpt 4");
  }

  @ParameterizedTest
  @CsvSource({"91, 101", "abc, 101", "36, 181", "36, NaN", "36, 1e999", "'', 101"})
  void aPointThatTheLibraryWouldPassOverInSilenceIsTold(String lat, String lon) throws IOException {
    Path file =
        track(
            point("36", "101", "08:00:00"),
            point(lat, lon, "08:01:00"),
            point("36.2", "101", "08:02:00"));
    ImportIssue issue = trial.refused(file, IssueKind.BAD_POINT);
    assertThat(issue.row()).hasValue(1);
    assertThat(issue.field()).contains("trkpt 2");
    assertThat(issue.details()).containsExactly(lat, lon);
  }

  @Test
  void whatADeviceAddsToTheFormatDoesNotStopTheImport() throws IOException {
    Path file =
        gpx(
            "1.1",
            "<bogus/>"
                + WALK.replace(
                    "<ele>3200</ele>", "<ele>high</ele><speed>1</speed><x:hr xmlns:x='urn:x'/>"));
    trial.as("patrols").applied(file);
    assertThat(fixes()).hasSize(2);
  }

  @Test
  void waypointsTracksAndRoutesAreToldApartByName() throws IOException {
    Path file =
        gpx(
            "1.1",
            "<wpt lat='36' lon='101'><ele>3100.5</ele><time>2026-05-01T08:00:00Z</time>"
                + "<name>水井</name><sym>Flag</sym></wpt>"
                + "<rte><name>路线</name><rtept lat='36' lon='101'/><rtept lat='37' lon='101'/></rte>"
                + WALK);
    assertThat(trial.refused(file, IssueKind.WHICH_TABLE).details())
        .containsExactly("tracks, routes, waypoints");
    ImportReport report = fresh().table("waypoints").applied(file);
    assertThat(trial.values("name")).containsExactly("水井");
    assertThat(trial.values("ele")).containsExactly(3100.5);
    assertThat(trial.values("time")).containsExactly(Instant.parse("2026-05-01T08:00:00Z"));
    assertThat(trial.features().get(0).shape()).hasToString("POINT (101 36)");
    assertThat(Trial.issue(report, IssueKind.PARTS_IGNORED).details())
        .containsExactly("tracks, routes");
    fresh().table("routes").applied(file);
    assertThat(trial.features().get(0).shape()).hasToString("LINESTRING (101 36, 101 37)");
    fresh().as("patrols").applied(file);
    assertThat(fixes()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE gpx SYSTEM 'http://127.0.0.1:9/evil.dtd'><gpx/>",
        "<!DOCTYPE gpx [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><gpx><trk><name>&x;</name></trk></gpx>",
        "<!DOCTYPE gpx [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>"
            + "<gpx><trk><name>&c;</name></trk></gpx>",
        "<?xml version='1.0'?><!-- a --><!DOCTYPE html><gpx/>",
      })
  void aDocumentTypeOrAnEntityIsRefusedBeforeAnythingIsExpandedOrFetched(String text)
      throws IOException {
    assertThat(trial.refused(xml(text), IssueKind.FORBIDDEN_XML).details())
        .singleElement()
        .asString()
        .startsWith("1:");
  }

  @Test
  void anEntityWithoutADocumentTypeIsNoXml() throws IOException {
    Path file = gpx("1.1", "<trk><name>&lol;</name></trk>");
    ImportReport report = trial.of(file);
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.issueTotals().keySet())
        .containsAnyOf(IssueKind.UNREADABLE, IssueKind.FORBIDDEN_XML);
  }

  @Test
  void xmlThatIsBrokenDeepOrOfAnotherKindIsRefusedWithThePlace() throws IOException {
    Path cut = xml("<gpx><trk>");
    assertThat(trial.refused(cut, IssueKind.UNREADABLE).details().get(0)).startsWith("1:");
    fresh().refused(xml("<gpx>" + "<a>".repeat(10_000)), IssueKind.TOO_DEEP);
    assertThat(fresh().refused(xml("<kml/>"), IssueKind.UNKNOWN_XML).details())
        .containsExactly("kml");
    fresh().refused(gpx("1.1", ""), IssueKind.EMPTY_GPX);
  }

  @Test
  void aSmallFileOfManyElementsIsRefusedBeforeTheLibraryKeepsThem() throws IOException {
    Path file = gpx("1.1", "<trk/>".repeat(1_000_001));
    assertThat(trial.refused(file, IssueKind.TOO_MANY_ELEMENTS).details())
        .containsExactly("1000000");
  }

  @Test
  void aFileLargerThanTheLibraryShouldHoldIsRefusedUnread() throws IOException {
    Path file = gpx("1.1", WALK + " ".repeat(5_000));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {' '}), 65L << 20);
    }
    trial.refused(file, IssueKind.TOO_LARGE);
  }

  /** For each file why it is refused, or how many different moments its points have. */
  @ParameterizedTest
  @Needs(Tool.REAL_DATA)
  @CsvSource({
    "andorra_for_map_matching, NOT_TIMED, 0",
    "another-tour-with-loop, , 12",
    "gpxv1_0, , 12",
    "issue-127, NOT_TIMED, 0",
    "issue-13, TOO_FEW_FIXES, 0",
    "issue-70, , 17",
    "no_trk, EMPTY_GPX, 0",
    "no_trkpt, NO_PLACE, 0",
    "no_trkseg, NO_PLACE, 0",
    "test-only-wpt, WHICH_TABLE, 0",
    "test1, , 232",
    "test2, , 2",
    "test2_no_millis, NOT_TIMED, 0",
    "tour-with-loop, , 11",
    "tour2-with-loop, , 12",
    "tour3-with-long-edge, , 7",
    "tour4-with-uturn, , 5",
  })
  void filesOfManyDevicesBecomePatrolsOrSayWhyNot(String name, IssueKind kind, int fixes) {
    Path file = Tool.REAL_DATA.get().resolve("patrols/" + name + ".gpx");
    trial.as("patrols");
    if (kind != null) {
      trial.refused(file, kind);
    } else {
      trial.applied(file);
      assertThat(fixes()).hasSize(fixes);
    }
  }

  @Test
  @Needs(Tool.REAL_DATA)
  void anUntimedTrackOfADeviceIsAPlainLine() {
    trial.applied(Tool.REAL_DATA.get().resolve("patrols/andorra_for_map_matching.gpx"));
    Geometry line = trial.features().get(0).shape();
    assertThat(line.getNumPoints()).isEqualTo(21);
    assertThat(List.of(trial.store.getLayer(Trial.LAYER).definition().geometry()))
        .containsExactly(GeometryType.LINE);
  }
}
