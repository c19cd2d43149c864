package org.linli.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;
import org.linli.testing.Zips;

class ArchiveTest {
  /** Of a directory's entry: where the sum, the sizes, the attributes and the place are. */
  private static final int FLAGS_AT = 8;

  private static final int METHOD_AT = 10;
  private static final int SUM_AT = 16;
  private static final int SIZE_AT = 24;
  private static final int HEADER_AT = 42;
  private static final int NAME_AT = 46;
  private static final ArchiveLimits SMALL = new ArchiveLimits(5, 10_000, 20, 1_000);

  @TempDir Path folder;

  private Archive opened(byte[] zip) throws IOException {
    return Archive.open(Files.write(folder.resolve("a.zip"), zip), SMALL);
  }

  private long unpacked(byte[] zip) throws IOException {
    try (Archive archive = opened(zip)) {
      for (ArchivedFile file : archive.files()) {
        archive.unpack(file, folder.resolve("out"));
      }
      return archive.bytesRead();
    }
  }

  private static ImportIssue refused(ThrowingCallable act, IssueKind kind) {
    ImportIssue[] issue = {null};
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(SourceException.class, refused -> issue[0] = refused.issue());
    assertThat(issue[0].kind()).as(issue[0].toString()).isEqualTo(kind);
    return issue[0];
  }

  private static byte[] two() {
    return Zips.of(new TreeMap<>(Map.of("a.csv", text("lon,lat"), "b.csv", text("x,y"))));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ByteBuffer entry(byte[] zip, int number) {
    int at = Zips.directoryEntry(zip, number);
    return ByteBuffer.wrap(zip, at, zip.length - at).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  @Test
  void filesAreUnpackedAndCounted() throws IOException {
    assertThat(unpacked(two())).isEqualTo("lon,lat".length() + "x,y".length());
    assertThat(Files.readString(folder.resolve("out"))).isEqualTo("x,y");
  }

  @Test
  void pathsThatLeadOutsideAreRefused() {
    for (String path :
        List.of("../a", "a/../../b", "/etc/passwd", "C:\\a", "c:a", "..\\a", "\\\\host\\a", "..")) {
      byte[] zip = Zips.of(path, "x");
      assertThat(refused(() -> opened(zip), IssueKind.ARCHIVE_ENTRY).details().get(0))
          .isEqualTo(path.replace('\\', '/'));
    }
  }

  @Test
  void namesWithDotsThatStayInsideAreTaken() throws IOException {
    assertThat(unpacked(Zips.of("a..b/..c/d...csv", "x"))).isEqualTo(1);
  }

  @Test
  void controlCharactersInANameAreRefused() {
    refused(() -> opened(Zips.of("a\u0007.csv", "x")), IssueKind.ARCHIVE_ENTRY);
  }

  @Test
  void symbolicLinksAreRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry link = new ZipArchiveEntry("a.csv");
      link.setUnixMode(0120777);
      zip.putArchiveEntry(link);
      zip.write(text("/etc/passwd"));
      zip.closeArchiveEntry();
    }
    refused(() -> opened(bytes.toByteArray()), IssueKind.ARCHIVE_ENTRY);
  }

  @Test
  void encryptedEntriesAreRefused() {
    byte[] zip = two();
    entry(zip, 1).putShort(FLAGS_AT, (short) (entry(zip, 1).getShort(FLAGS_AT) | 1));
    assertThat(refused(() -> opened(zip), IssueKind.ARCHIVE_ENCRYPTED).details())
        .containsExactly("b.csv");
  }

  @Test
  void unknownCompressionIsRefused() {
    byte[] zip = two();
    entry(zip, 0).putShort(METHOD_AT, (short) 99);
    assertThat(refused(() -> opened(zip), IssueKind.ARCHIVE_METHOD).details())
        .containsExactly("a.csv", "99");
  }

  @Test
  void aSizeThatIsNotTheRealOneIsRefused() {
    byte[] small = two();
    entry(small, 0).putInt(SIZE_AT, 2);
    refused(() -> unpacked(small), IssueKind.ARCHIVE_SIZE);
    byte[] large = two();
    entry(large, 0).putInt(SIZE_AT, 200);
    assertThat(refused(() -> unpacked(large), IssueKind.ARCHIVE_SIZE).details())
        .containsExactly("a.csv", "200", "7");
  }

  @Test
  void bytesThatDoNotAddUpToTheirSumAreRefused() {
    byte[] zip = two();
    entry(zip, 0).putInt(SUM_AT, 1);
    refused(() -> unpacked(zip), IssueKind.ARCHIVE_DAMAGED);
  }

  @Test
  void aNameThatIsThereTwiceIsRefusedWhateverItsCase() {
    byte[] zip = two();
    entry(zip, 1).put(NAME_AT, (byte) 'A');
    refused(() -> opened(zip), IssueKind.ARCHIVE_DUPLICATE);
  }

  @Test
  void entriesThatShareTheirBytesAreRefused() {
    byte[] zip = two();
    entry(zip, 1).putInt(HEADER_AT, entry(zip, 0).getInt(HEADER_AT));
    refused(() -> opened(zip), IssueKind.ARCHIVE_OVERLAP);
  }

  @Test
  void whatGrowsOutOfProportionIsStoppedAtTheBound() throws IOException {
    byte[] zeros = Zips.of("a.csv", "0".repeat(1_000_000));
    try (Archive archive = opened(zeros)) {
      ArchivedFile bomb = archive.files().get(0);
      refused(() -> archive.unpack(bomb, folder.resolve("out")), IssueKind.ARCHIVE_BOMB);
      assertThat(archive.bytesRead()).isLessThan(50_000);
      assertThat(Files.size(folder.resolve("out"))).isLessThan(50_000);
    }
  }

  @Test
  void theBoundIsOnAllFilesTogether() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < 4; i++) {
      byte[] noise = new byte[3_000];
      new Random(i).nextBytes(noise);
      files.put(i + ".csv", noise);
    }
    assertThat(refused(() -> unpacked(Zips.of(files)), IssueKind.ARCHIVE_BOMB).details().get(0))
        .isEqualTo("3.csv");
  }

  @Test
  void tooManyEntriesAreRefusedByTheirCount() {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < 6; i++) {
      files.put(i + ".csv", new byte[0]);
    }
    assertThat(refused(() -> opened(Zips.of(files)), IssueKind.ARCHIVE_TOO_MANY).details())
        .containsExactly("6", "5");
  }

  @Test
  void everyCutOfAnArchiveIsRefused() {
    byte[] zip = two();
    for (int length = 4; length < zip.length; length++) {
      byte[] cut = Arrays.copyOf(zip, length);
      refused(() -> unpacked(cut), IssueKind.ARCHIVE_BROKEN);
    }
  }

  @Test
  void noByteThatIsWrongBreaksMoreThanTheArchive() throws IOException {
    long seed = 20_260_501;
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      byte[] zip = two();
      zip[random.nextInt(zip.length)] = (byte) random.nextInt(256);
      try {
        assertThat(unpacked(zip)).as("seed %d, round %d", seed, i).isLessThanOrEqualTo(10);
      } catch (SourceException told) {
        assertThat(told.issue().kind().name()).startsWith("ARCHIVE_");
      }
    }
  }

  @Test
  void namesInChineseAreReadInEitherEncoding() throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GBK"))) {
      byte[] zip = Zips.of(Map.of("社区/楼栋.shp", text("x")), charset);
      try (Archive archive = opened(zip)) {
        ArchivedFile file = archive.files().get(0);
        assertThat(List.of(file.path(), file.name(), file.stem(), file.extension()))
            .containsExactly("社区/楼栋.shp", "楼栋.shp", "社区/楼栋", "shp");
      }
    }
  }

  @Test
  void whatSystemsPutInIsPassedOver() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (String name : List.of("a.csv", "__MACOSX/._a.csv", "x/.DS_Store", "Thumbs.db")) {
      files.put(name, text("x"));
    }
    try (Archive archive = opened(Zips.of(files))) {
      assertThat(archive.files()).extracting(ArchivedFile::path).containsExactly("a.csv");
    }
  }
}
