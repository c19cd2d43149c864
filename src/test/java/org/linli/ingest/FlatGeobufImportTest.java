package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.layer.GeometryType;
import org.linli.testing.Needs;
import org.linli.testing.Program;
import org.linli.testing.Tool;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;

/** FlatGeobuf by the library's own writer and by GDAL, and with numbers in it that lie. */
class FlatGeobufImportTest extends FlatGeobufTrial {
  @Test
  void everyTypeOfColumnIsReadAsWhatItIs() throws Exception {
    int[] types = {
      ColumnType.Byte, ColumnType.UByte, ColumnType.Bool, ColumnType.Short, ColumnType.UShort,
      ColumnType.Int, ColumnType.UInt, ColumnType.Long, ColumnType.ULong, ColumnType.Float,
      ColumnType.Double, ColumnType.String, ColumnType.Json, ColumnType.DateTime, ColumnType.Binary
    };
    for (int type : types) {
      column("c_" + ColumnType.name(type).toLowerCase(Locale.ROOT), type);
    }
    ByteBuffer row = properties();
    row.putShort((short) 0).put((byte) -1).putShort((short) 1).put((byte) -1);
    row.putShort((short) 2).put((byte) 1).putShort((short) 3).putShort((short) -2);
    row.putShort((short) 4).putShort((short) -2).putShort((short) 5).putInt(-3);
    row.putShort((short) 6).putInt(-3).putShort((short) 7).putLong(-4);
    row.putShort((short) 8).putLong(4).putShort((short) 9).putFloat(0.1f);
    row.putShort((short) 10).putDouble(0.25);
    text(row, 11, "巡查");
    text(row, 12, "{\"a\":1}");
    text(row, 13, "2026-05-01T08:30:00+08:00");
    text(row, 14, "\1\2");
    feature("POINT (101.43 36.04)", used(row));
    feature("POINT (101.44 36.05)", new byte[0]);
    ImportReport report = trial.applied(file());

    assertThat(trial.values("c_byte")).containsExactly(-1L, null);
    assertThat(trial.values("c_ubyte")).containsExactly(255L, null);
    assertThat(trial.values("c_bool")).containsExactly(true, null);
    assertThat(trial.values("c_short")).containsExactly(-2L, null);
    assertThat(trial.values("c_ushort")).containsExactly(65534L, null);
    assertThat(trial.values("c_int")).containsExactly(-3L, null);
    assertThat(trial.values("c_uint")).containsExactly(4294967293L, null);
    assertThat(trial.values("c_long")).containsExactly(-4L, null);
    assertThat(trial.values("c_ulong")).containsExactly(4L, null);
    assertThat(trial.values("c_float")).containsExactly(0.1, null);
    assertThat(trial.values("c_double")).containsExactly(0.25, null);
    assertThat(trial.values("c_string")).containsExactly("巡查", null);
    assertThat(trial.values("c_json")).containsExactly("{\"a\":1}", null);
    assertThat(trial.values("c_datetime"))
        .containsExactly(Instant.parse("2026-05-01T00:30:00Z"), null);
    assertThat(Trial.issue(report, IssueKind.BINARY_LEFT_OUT).field()).contains("c_binary");
    assertThat(report.format()).contains("FlatGeobuf");
  }

  @Test
  void aFileThatSaysNeitherTypeNorNumberOfItsFeaturesIsReadToItsEnd() throws Exception {
    header.geometryType = UNKNOWN;
    header.featuresCount = 0;
    typed(POINT, 101.43, 36.04);
    typed(LINE, 101.43, 36.04, 101.44, 36.04);
    typed(POLYGON, 101, 36, 101.1, 36, 101, 36.1, 101, 36);
    feature(null, new byte[0]);
    ImportReport report = trial.applied(file());
    assertThat(trial.features())
        .extracting(feature -> feature.shape().getGeometryType())
        .containsExactly("Point", "LineString", "Polygon");
    assertThat(Trial.issue(report, IssueKind.NO_PLACE).row()).hasValue(4);
    assertThat(trial.store.getLayer(Trial.LAYER).definition().geometry())
        .isEqualTo(GeometryType.ANY);
  }

  @Test
  void aCurveAndARingThatDoesNotCloseAreRefusedByRow() throws Exception {
    header.geometryType = UNKNOWN;
    typed(POINT, 101.43, 36.04);
    typed(CURVE, 101.43, 36.04, 101.44, 36.04);
    typed(POLYGON, 101, 36, 101.1, 36, 101, 36.1, 101, 37);
    typed(POINT, 101.43, Double.NaN);
    ImportIssue issue = trial.refused(file(), IssueKind.UNREADABLE_GEOMETRY);
    assertThat(issue.row()).hasValue(2);
    assertThat(issue.field()).contains("geometry");
    ImportReport report = fresh().keepGoing().applied(file());
    assertThat(report.issueTotals())
        .containsEntry(IssueKind.UNREADABLE_GEOMETRY, 2L)
        .containsEntry(IssueKind.NOT_FINITE, 1L);
  }

  /** A thousand references to one part, four times over, would be a million million parts. */
  @Test
  void partsThatAreReferredToAgainAndAgainAreCountedOnceEach() throws Exception {
    header.geometryType = UNKNOWN;
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int at = part(builder, POINT, new double[] {101, 36}, new int[0]);
    for (int level = 0; level < 4; level++) {
      int[] same = new int[1_000];
      Arrays.fill(same, at);
      at = part(builder, COLLECTION, new double[0], same);
    }
    Feature.finishSizePrefixedFeatureBuffer(builder, Feature.createFeature(builder, at, 0, 0));
    features.write(builder.sizedByteArray());
    assertThat(trial.refused(file(), IssueKind.UNREADABLE_GEOMETRY).details())
        .containsExactly("it announces more parts than it has");
  }

  @Test
  void aFeatureThatBringsItsOwnColumnsIsRefused() throws Exception {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int name = builder.createString("own");
    org.wololo.flatgeobuf.generated.Column.startColumn(builder);
    org.wololo.flatgeobuf.generated.Column.addName(builder, name);
    int column = org.wololo.flatgeobuf.generated.Column.endColumn(builder);
    int columns = Feature.createColumnsVector(builder, new int[] {column});
    int at = part(builder, POINT, new double[] {101, 36}, new int[0]);
    Feature.finishSizePrefixedFeatureBuffer(
        builder, Feature.createFeature(builder, at, 0, columns));
    features.write(builder.sizedByteArray());
    assertThat(trial.refused(file(), IssueKind.OWN_COLUMNS).row()).hasValue(1);
  }

  @Test
  void aLineWithTimesIsATrack() throws Exception {
    header.geometryType = LINE;
    header.hasZ = true;
    header.hasM = true;
    feature("LINESTRING ZM (101.43 36.04 9 1777000000, 101.44 36.04 9 1777000060)", new byte[0]);
    trial.as("patrols").applied(file());
    assertThat(trial.features().get(0).shape().getCoordinates()[1].getM()).isEqualTo(1_777_000_060);
  }

  @Test
  void anEmptyFileOfThatFormatHasNothingToImport() throws Exception {
    trial.refused(file(), IssueKind.NOTHING_TO_IMPORT);
  }

  @Test
  @Needs(Tool.GDAL)
  void aFileByGdalGoesInWithItsIndexItsTimesAndItsSystem() throws Exception {
    Path json = folder.resolve("in.geojson");
    Files.writeString(
        json,
        """
        {"type":"FeatureCollection","features":[{"type":"Feature",
         "properties":{"code":"g-1","名称":"公园","at":"2026/05/01 08:30:00+08","day":"2026/05/01"},
         "geometry":{"type":"Polygon","coordinates":[[[120,36],[120.1,36],[120.1,36.1],[120,36]]]}},
         {"type":"Feature","properties":{"code":"g-2"},
         "geometry":{"type":"MultiPolygon","coordinates":
           [[[[120,36],[120.1,36],[120.1,36.1],[120,36]]]]}}]}
        """);
    Path fgb = folder.resolve("gdal.fgb");
    String ogr2ogr = Tool.GDAL.get().resolveSibling("ogr2ogr").toString();
    Program.run(
        ogr2ogr, "-f", "FlatGeobuf", "-t_srs", "EPSG:4549", fgb.toString(), json.toString());
    ImportReport report = trial.applied(fgb);
    assertThat(report.crs().orElseThrow().code()).isEqualTo("EPSG:4549");
    assertThat(trial.features()).hasSize(2);
    int first = trial.features().get(0).code().equals("g-1") ? 0 : 1;
    assertThat(trial.values("名称").get(first)).isEqualTo("公园");
    assertThat(trial.values("at").get(first)).isEqualTo(Instant.parse("2026-05-01T00:30:00Z"));
    // GDAL writes a day as the midnight that it begins with, and no zone.
    assertThat(trial.values("day").get(first)).isEqualTo(Instant.parse("2026-04-30T16:00:00Z"));
    Geometry shape = trial.features().get(0).shape();
    assertThat(shape.getEnvelopeInternal().getMinX()).isEqualTo(120);
    assertThat(shape.getEnvelopeInternal().getMaxY()).isEqualTo(36.1);
  }
}
