package org.linli.ingest.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat.Blob;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.StringTable;
import crosby.binary.Osmformat.Way;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

class PbfFileTest {
  private static final byte[] HEADER = OsmFixture.header("OsmSchema-V0.6");

  @TempDir Path folder;

  private ImportIssue refusal(byte[]... parts) {
    SourceException refused =
        catchThrowableOfType(SourceException.class, () -> scan(OsmFixture.concat(parts)));
    assertThat(refused).isNotNull();
    return refused.issue();
  }

  private void scan(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("x.osm.pbf"), bytes);
    new PbfFile(file, (rows, read) -> {}).scan(EnumSet.allOf(OsmPart.class), new OsmSink() {});
  }

  private static byte[] village() {
    return new OsmFixture()
        .square(10, 101.43, 36.04, 0.001)
        .ring(7, Map.of("building", "yes"), 10)
        .pbf();
  }

  @Test
  void aFileThatBreaksOffIsRefusedWithThePlaceWhereItDoes() {
    byte[] whole = village();
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);

    ImportIssue issue = refusal(cut);

    assertThat(issue.kind()).isEqualTo(IssueKind.TRUNCATED);
    assertThat(issue.details())
        .containsExactly(String.valueOf(OsmFixture.header("OsmSchema-V0.6", "DenseNodes").length));
  }

  @ParameterizedTest
  @CsvSource({"65537, UNREADABLE", "-1, UNREADABLE", "2147483647, UNREADABLE", "65536, TRUNCATED"})
  void aHeaderIsAsLongAsTheFormatAllowsAtMost(int length, IssueKind kind) {
    byte[] said = ByteBuffer.allocate(4).putInt(length).array();

    assertThat(refusal(HEADER, said).kind()).isEqualTo(kind);
  }

  @Test
  void aBlobIsAsLongAsTheFormatAllowsAtMost() {
    byte[] lying = OsmFixture.framed("OSMData", Blob.newBuilder().build());
    byte[] header =
        crosby.binary.Fileformat.BlobHeader.newBuilder()
            .setType("OSMData")
            .setDatasize(PbfBlobs.LARGEST_BLOB + 1)
            .build()
            .toByteArray();
    byte[] length = ByteBuffer.allocate(4).putInt(header.length).array();

    assertThat(refusal(HEADER, length, header, lying).kind()).isEqualTo(IssueKind.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 999, 1_001, 33_554_433, -1})
  void aBlobThatIsNotAsLongAsItSaysIsRefused(int said) {
    byte[] lying = OsmFixture.framed("OSMData", OsmFixture.zipped(new byte[1_000], said));

    assertThat(refusal(HEADER, lying).kind()).isEqualTo(IssueKind.UNREADABLE);
  }

  @Test
  void aBombIsNotInflatedBeyondWhatItSays() {
    byte[] bomb = OsmFixture.framed("OSMData", OsmFixture.zipped(new byte[100_000_000], 1_000));

    assertThat(bomb.length).isLessThan(200_000);
    assertThat(refusal(HEADER, bomb).kind()).isEqualTo(IssueKind.UNREADABLE);
  }

  @Test
  void aBlockOfMoreElementsThanAnyWriterMakesIsRefusedBeforeTheyAreMade() {
    PrimitiveGroup.Builder group = PrimitiveGroup.newBuilder();
    Way way = Way.newBuilder().setId(1).build();
    for (int i = 0; i <= PbfCensus.MOST_ELEMENTS; i++) {
      group.addWays(way);
    }
    byte[] crowd =
        OsmFixture.data(
            PrimitiveBlock.newBuilder()
                .setStringtable(StringTable.getDefaultInstance())
                .addPrimitivegroup(group)
                .build());

    assertThat(refusal(HEADER, crowd).details().get(1)).contains("500000 elements");
  }

  @ParameterizedTest
  @CsvSource({
    "HistoricalInformation, OSM_NO_STATE",
    "SomethingNew, OSM_UNKNOWN_FEATURE",
  })
  void aFileThatRequiresMoreThanIsKnownIsRefused(String feature, IssueKind kind) {
    ImportIssue issue = refusal(OsmFixture.header("OsmSchema-V0.6", feature));

    assertThat(issue.kind()).isEqualTo(kind);
    assertThat(issue.details()).containsExactly(feature);
  }

  @Test
  void aCompressionThatIsNotReadIsNamed() {
    Blob lz4 = Blob.newBuilder().setRawSize(3).setLz4Data(ByteString.copyFromUtf8("abc")).build();

    ImportIssue issue = refusal(HEADER, OsmFixture.framed("OSMData", lz4));

    assertThat(issue.kind()).isEqualTo(IssueKind.OSM_UNKNOWN_FEATURE);
    assertThat(issue.details()).containsExactly("LZ4_DATA");
  }

  @Test
  void aTextThatIsNotInTheBlockIsRefused() {
    Way way = Way.newBuilder().setId(1).addKeys(5).addVals(6).build();
    byte[] block = block(PrimitiveGroup.newBuilder().addWays(way));

    assertThat(refusal(HEADER, block).kind()).isEqualTo(IssueKind.UNREADABLE);
  }

  @Test
  void nodesOfUnevenNumbersAreRefused() {
    byte[] block =
        block(PrimitiveGroup.newBuilder().setDense(DenseNodes.newBuilder().addId(1).addLat(2)));

    assertThat(refusal(HEADER, block).kind()).isEqualTo(IssueKind.UNREADABLE);
  }

  private static byte[] block(PrimitiveGroup.Builder group) {
    return OsmFixture.data(
        PrimitiveBlock.newBuilder()
            .setStringtable(StringTable.newBuilder().addS(ByteString.EMPTY))
            .addPrimitivegroup(group)
            .build());
  }

  @Test
  void whateverBytesAreWrongTheFileIsReadOrRefusedInWords() throws IOException {
    long seed = 20_260_501;
    Random random = new Random(seed);
    byte[] whole = village();
    for (int i = 0; i < 400; i++) {
      byte[] spoilt = whole.clone();
      spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
      try {
        scan(spoilt);
      } catch (SourceException refused) {
        assertThat(refused.issue().kind())
            .as("seed %d, round %d", seed, i)
            .isIn(IssueKind.UNREADABLE, IssueKind.TRUNCATED, IssueKind.OSM_UNKNOWN_FEATURE);
      }
    }
  }
}
