package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.ingest.Trial.assertApplied;
import static org.linli.ingest.Trial.assertRefused;
import static org.linli.ingest.Trial.issue;
import static org.linli.testing.ShapefileBytes.none;
import static org.linli.testing.ShapefileBytes.parts;
import static org.linli.testing.ShapefileBytes.point;
import static org.linli.testing.ShapefileBytes.pointWithHeight;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.ingest.source.IssueKind;
import org.linli.testing.ShapefileBytes;
import org.linli.testing.Zips;

class ShapefileImportTest {
  private static final Charset GBK = Charset.forName("GBK");
  private static final int POINT = 1;
  private static final int LINES = 3;
  private static final int RINGS = 5;
  private static final double[] SQUARE = {
    118.60, 37.40, 118.60, 37.41, 118.61, 37.41, 118.61, 37.40, 118.60, 37.40
  };
  private static final double[] HOLE = {
    118.602, 37.402, 118.604, 37.402, 118.604, 37.404, 118.602, 37.404, 118.602, 37.402
  };

  @TempDir Path folder;

  private static ShapefileBytes points(Charset charset) {
    return new ShapefileBytes(POINT, charset).column("name C 20");
  }

  private static byte[] zip(ShapefileBytes shapefile) {
    return Zips.of(shapefile.files("layer"));
  }

  private static byte[] zip(ShapefileBytes shapefile, String extension, String text) {
    Map<String, byte[]> files = shapefile.files("layer");
    files.put("layer." + extension, text.getBytes(StandardCharsets.US_ASCII));
    return Zips.of(files);
  }

  @Test
  void eachTypeOfColumnBecomesItsValues() {
    ShapefileBytes shapefile =
        points(GBK)
            .column("floors N 4")
            .column("height N 12")
            .column("ident N 18")
            .column("area F 19")
            .column("built D 8")
            .column("guarded L 1")
            .row(
                point(118.6, 37.4),
                "一号楼",
                "12",
                "36.50",
                "330106199001011234",
                "1.5e+03",
                "20040229",
                "T")
            .row(point(118.7, 37.5), "二号楼", "****", "", "2", "-0.25", "00000000", "?");
    Trial trial = new Trial(folder);

    assertApplied(trial.of("a.zip", zip(shapefile, "cpg", "GBK")), 2);

    assertThat(trial.values("name")).containsExactly("一号楼", "二号楼");
    assertThat(trial.values("floors")).containsExactly(12L, null);
    assertThat(trial.values("height")).containsExactly(36.5, null);
    assertThat(trial.values("ident")).containsExactly("330106199001011234", "2");
    assertThat(trial.values("area")).containsExactly(1500.0, -0.25);
    assertThat(trial.values("built")).containsExactly(LocalDate.of(2004, 2, 29), null);
    assertThat(trial.values("guarded")).containsExactly(true, null);
  }

  @Test
  void digitsInAColumnOfTextStayText() {
    Trial trial = new Trial(folder);
    trial.of("a.zip", zip(points(GBK).row(point(118.6, 37.4), "257000")));
    assertThat(trial.values("name")).containsExactly("257000");
  }

  @Test
  void aValueThatIsNoneOfItsTypeIsLeftOutAndTold() {
    ShapefileBytes shapefile =
        points(GBK).column("built D 8").row(point(118.6, 37.4), "a", "20261399");
    ImportReport report = new Trial(folder).of("a.zip", zip(shapefile));

    assertApplied(report, 1);
    assertThat(issue(report, IssueKind.VALUE_LEFT_OUT).field()).contains("built");
    assertThat(issue(report, IssueKind.VALUE_LEFT_OUT).row()).hasValue(1);
  }

  @Test
  void theLanguageDriverTellsTheEncoding() {
    ShapefileBytes shapefile =
        new ShapefileBytes(POINT, Charset.forName("Big5"))
            .languageDriver(0x78)
            .column("name C 20")
            .row(point(121.5, 25.0), "臺北");
    Trial trial = new Trial(folder);
    ImportReport report = trial.of("a.zip", zip(shapefile));

    assertThat(report.encoding()).contains("Big5");
    assertThat(trial.values("name")).containsExactly("臺北");
  }

  @Test
  void theEncodingIsFoundByItsLookAndThatIsTold() {
    ShapefileBytes shapefile = points(GBK);
    for (String name : "中山公园 人民广场 胜利社区 东营区政府 第一中学 居民委员会".split(" ")) {
      shapefile.row(point(118.6, 37.4), name);
    }
    Trial trial = new Trial(folder);
    ImportReport report = trial.of("a.zip", zip(shapefile));

    assertThat(issue(report, IssueKind.ENCODING_FOUND).details()).containsExactly("GB18030");
    assertThat(trial.values("name")).startsWith("中山公园", "人民广场");
  }

  @Test
  void anEncodingThatCannotBeToldIsAskedFor() {
    Charset western = Charset.forName("windows-1252");
    ShapefileBytes shapefile = points(western).row(point(2.3, 48.9), "Cit\u00e9 des \u00c9coles");

    assertRefused(new Trial(folder).of("a.zip", zip(shapefile)), IssueKind.UNKNOWN_ENCODING);
    Trial named = new Trial(folder).encoding("windows-1252");
    assertApplied(named.of("a.zip", zip(shapefile)), 1);
    assertThat(named.values("name")).containsExactly("Cité des Écoles");
  }

  @Test
  void aWrongCpgRefusesTheRowsThatAreNoTextInIt() {
    ShapefileBytes shapefile = points(GBK).row(point(118.6, 37.4), "人民公园");
    ImportReport report = new Trial(folder).of("a.zip", zip(shapefile, "cpg", "UTF-8"));
    assertThat(assertRefused(report, IssueKind.WRONG_ENCODING).field()).contains("name");
  }

  @Test
  void aTextThatWasCutInHalfACharacterLosesOnlyThat() {
    ShapefileBytes shapefile =
        new ShapefileBytes(POINT, StandardCharsets.UTF_8)
            .column("name C 8")
            .row(point(118.6, 37.4), "人民公园");
    Trial trial = new Trial(folder);
    ImportReport report = trial.of("a.zip", zip(shapefile, "cpg", "UTF-8"));

    assertThat(trial.values("name")).containsExactly("人民");
    assertThat(issue(report, IssueKind.TEXT_CUT).details()).containsExactly("人民");
  }

  @Test
  void namesOfColumnsAreCutAtTenBytesAndStayApart() {
    ShapefileBytes shapefile =
        new ShapefileBytes(POINT, GBK)
            .column("所属社区名称一 C 10")
            .column("所属社区名称二 C 10")
            .row(point(118.6, 37.4), "胜利", "东城");
    ImportReport report = new Trial(folder).of("a.zip", zip(shapefile, "cpg", "GBK"));
    assertThat(report.columns()).containsKeys("所属社区名", "所属社区名_2");
  }

  @Test
  void deletedRowsAndRowsWithoutAShapeAreTold() {
    ShapefileBytes shapefile =
        points(GBK)
            .row(point(118.6, 37.4), "a")
            .row(point(118.6, 37.4), "*gone")
            .row(none(), "nowhere");
    Trial trial = new Trial(folder);
    ImportReport report = trial.of("a.zip", zip(shapefile));

    assertThat(trial.values("name")).containsExactly("a");
    assertThat(issue(report, IssueKind.DELETED_ROWS).details()).containsExactly("1");
    assertThat(issue(report, IssueKind.NO_PLACE).row()).hasValue(3);
  }

  @Test
  void holesAndSeveralPartsKeepTheirPlace() {
    double[] other = Arrays.stream(SQUARE).map(x -> x < 100 ? x : x + 0.1).toArray();
    ShapefileBytes shapefile =
        new ShapefileBytes(RINGS, GBK)
            .column("name C 20")
            .row(parts(RINGS, SQUARE, HOLE), "hole")
            .row(parts(RINGS, SQUARE, other), "two");
    Trial trial = new Trial(folder);
    assertApplied(trial.of("a.zip", zip(shapefile)), 2);

    assertThat(trial.features().get(0).shape().getGeometryType()).isEqualTo("Polygon");
    assertThat(trial.features().get(0).shape().getArea()).isEqualTo(1e-4 - 4e-6, within(1e-9));
    assertThat(trial.features().get(1).shape().getNumGeometries()).isEqualTo(2);
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  @Test
  void heightsAreDroppedAndTold() {
    ShapefileBytes shapefile =
        new ShapefileBytes(11, GBK).column("name C 9").row(pointWithHeight(118.6, 37.4, 9), "a");
    Trial trial = new Trial(folder);
    ImportReport report = trial.of("a.zip", zip(shapefile));

    assertApplied(report, 1);
    issue(report, IssueKind.Z_DROPPED);
    assertThat(trial.features().get(0).shape().getCoordinate().getZ()).isNaN();
  }

  @Test
  void bodiesAreRefused() {
    ShapefileBytes shapefile = new ShapefileBytes(31, GBK).column("name C 9").row(none(), "a");
    assertRefused(new Trial(folder).of("a.zip", zip(shapefile)), IssueKind.MULTIPATCH);
  }

  @Test
  void ringsAndLinesThatAreNoneAreRefusedWithTheirRow() {
    double[] twice = {118.6, 37.4, 118.7, 37.4, 118.6, 37.4};
    ShapefileBytes rings =
        new ShapefileBytes(RINGS, GBK).column("n C 9").row(parts(RINGS, SQUARE, twice), "a");
    ShapefileBytes lines =
        new ShapefileBytes(LINES, GBK)
            .column("n C 9")
            .row(parts(LINES, new double[] {118.6, 37.4}, SQUARE), "a");

    assertThat(assertRefused(new Trial(folder).of("a.zip", zip(rings)), IssueKind.SHORT_RING).row())
        .hasValue(1);
    assertRefused(new Trial(folder).of("a.zip", zip(lines)), IssueKind.SHORT_LINE);
  }

  @Test
  void openRingsAreClosedAndTold() {
    double[] open = Arrays.copyOf(SQUARE, SQUARE.length - 2);
    ShapefileBytes rings =
        new ShapefileBytes(RINGS, GBK).column("n C 9").row(parts(RINGS, open), "a");
    ImportReport report = new Trial(folder).of("a.zip", zip(rings));
    assertApplied(report, 1);
    issue(report, IssueKind.RING_CLOSED);
  }

  @Test
  void aRecordThatAnnouncesMoreThanItHasIsRefusedBeforeAnythingIsMadeOfIt() {
    byte[] lying = parts(RINGS, SQUARE);
    ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 400_000);
    ShapefileBytes shapefile =
        new ShapefileBytes(RINGS, GBK)
            .column("n C 9")
            .row(lying, "a")
            .row(parts(RINGS, SQUARE), "b");

    ImportReport report = new Trial(folder).keepGoing().of("a.zip", zip(shapefile));

    assertApplied(report, 1);
    assertThat(issue(report, IssueKind.BROKEN_RECORD).row()).hasValue(1);
  }

  @Test
  void tooManyVerticesAreRefusedByTheirCountAlone() {
    byte[] lying = parts(RINGS, SQUARE);
    ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(40, Integer.MAX_VALUE);
    ShapefileBytes shapefile = new ShapefileBytes(RINGS, GBK).column("n C 9").row(lying, "a");
    assertRefused(new Trial(folder).of("a.zip", zip(shapefile)), IssueKind.TOO_MANY_VERTICES);
  }

  @Test
  void filesThatLieOfTheirLengthAreToldWhereTheyEnd() {
    Map<String, byte[]> files = points(GBK).row(point(118.6, 37.4), "a").files("layer");
    byte[] dbf = files.get("layer.dbf");
    ByteBuffer.wrap(dbf).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 2_000_000_000);
    assertThat(details(files, IssueKind.TRUNCATED)).isEqualTo(".dbf, 2");

    for (String part : new String[] {"layer.shp", "layer.shx"}) {
      Map<String, byte[]> cut = points(GBK).row(point(118.6, 37.4), "a").files("layer");
      cut.put(part, Arrays.copyOf(cut.get(part), cut.get(part).length - 4));
      assertThat(details(cut, IssueKind.TRUNCATED)).startsWith(part.substring(5));
      cut.put(part, new byte[0]);
      assertThat(details(cut, IssueKind.TRUNCATED)).isEqualTo(part.substring(5) + ", 0");
    }
  }

  private String details(Map<String, byte[]> files, IssueKind kind) {
    return assertRefused(new Trial(folder).of("a.zip", Zips.of(files)), kind).details().get(0);
  }

  @Test
  void aHeaderOfNonsenseIsNoTable() {
    Map<String, byte[]> files = points(GBK).row(point(118.6, 37.4), "a").files("layer");
    ByteBuffer.wrap(files.get("layer.dbf")).order(ByteOrder.LITTLE_ENDIAN).putShort(10, (short) 3);
    assertThat(details(files, IssueKind.UNREADABLE)).isEqualTo(".dbf");
    Arrays.fill(files.get("layer.dbf"), 8, 10, (byte) 0xFF);
    assertThat(details(files, IssueKind.UNREADABLE)).isEqualTo(".dbf");
  }

  @Test
  void aDifferentNumberOfShapesAndRowsIsRefused() {
    Map<String, byte[]> files = points(GBK).row(point(118.6, 37.4), "a").files("layer");
    files.put(
        "layer.dbf", points(GBK).row(none(), "a").row(none(), "b").files("layer").get("layer.dbf"));
    assertThat(details(files, IssueKind.PARTS_DISAGREE)).isEqualTo("1");
  }

  @Test
  void aMissingPartIsNamed() {
    Map<String, byte[]> files = points(GBK).row(point(118.6, 37.4), "a").files("layer");
    files.remove("layer.dbf");
    files.remove("layer.shx");
    assertThat(details(files, IssueKind.MISSING_PART)).isEqualTo(".shx, .dbf");
  }

  @Test
  void ofSeveralShapefilesOneIsNamed() {
    Map<String, byte[]> files = points(GBK).row(point(118.6, 37.4), "park").files("公园");
    files.putAll(points(GBK).row(point(118.6, 37.4), "house").files("houses/楼栋"));

    assertThat(details(files, IssueKind.WHICH_TABLE)).isEqualTo("houses/楼栋.shp, 公园.shp");
    ImportReport unknown = new Trial(folder).table("x").of("a.zip", Zips.of(files));
    assertRefused(unknown, IssueKind.NO_SUCH_TABLE);
    Trial named = new Trial(folder).table("楼栋");
    assertApplied(named.of("a.zip", Zips.of(files, GBK)), 1);
    assertThat(named.values("name")).containsExactly("house");
  }

  @Test
  void theSystemOfCoordinatesComesFromThePrj() {
    String prj =
        "PROJCS[\"CGCS2000_3_Degree_GK_CM_120E\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
            + "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],"
            + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
            + "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",500000.0],"
            + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",120.0],"
            + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
    ShapefileBytes shapefile = points(GBK).row(point(500_000, 3_320_113.3979), "a");
    Trial trial = new Trial(folder);
    ImportReport report = trial.of("a.zip", zip(shapefile, "prj", prj));

    assertApplied(report, 1);
    assertThat(report.crs().get().source()).isEqualTo(ImportReport.CrsUse.Source.DECLARED);
    // 3,320,113.3979 m is how far 30° N is from the equator along a meridian of CGCS2000.
    assertThat(trial.features().get(0).shape().getCoordinate().x).isEqualTo(120.0, within(1e-7));
    assertThat(trial.features().get(0).shape().getCoordinate().y).isEqualTo(30.0, within(1e-7));
  }

  @Test
  void aBareShpFindsItsSistersBesideIt() {
    Path shp = points(GBK).row(point(118.6, 37.4), "a").write(folder, "layer");
    assertApplied(new Trial(folder).of(shp), 1);
  }

  @Test
  void aBareShpWithoutItsSistersIsToldToBringThem() throws Exception {
    Path shp = points(GBK).row(point(118.6, 37.4), "a").write(folder, "layer");
    Files.delete(folder.resolve("layer.dbf"));
    ImportReport report = new Trial(folder).of(shp);
    assertThat(assertRefused(report, IssueKind.MISSING_PART).cure(Locale.ENGLISH)).contains("zip");
  }
}
