package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.ingest.ImportReport.Outcome;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.wololo.flatgeobuf.generated.ColumnType;

/** Files that break off, lie or have one integer turned. */
class DamagedFlatGeobufTest extends FlatGeobufTrial {
  @Test
  void aFileThatBreaksOffIsTruncatedWhereverItBreaksOff() throws Exception {
    column("name", ColumnType.String);
    feature("POINT (101.43 36.04)", new byte[0]);
    byte[] whole = Files.readAllBytes(file());
    int first = firstFeature(file());
    for (int length = MAGIC_BYTES; length < whole.length; length++) {
      if (length != first) {
        Path cut = Files.write(folder.resolve("cut.fgb"), Arrays.copyOf(whole, length));
        fresh().refused(cut, IssueKind.TRUNCATED);
      }
    }
  }

  @Test
  void fewerOrMoreFeaturesThanAnnouncedAreNotTakenForAll() throws Exception {
    feature("POINT (101.43 36.04)", new byte[0]);
    header.featuresCount = 2;
    trial.refused(file(), IssueKind.TRUNCATED);
    feature("POINT (101.43 36.04)", new byte[0]);
    feature("POINT (101.43 36.04)", new byte[0]);
    assertThat(fresh().refused(file(), IssueKind.DAMAGED).message(Locale.ENGLISH))
        .contains("announces 2 features and has 3");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 11 << 20, Integer.MAX_VALUE, -1})
  void aHeaderThatLiesOfItsSizeIsRefusedBeforeRoomIsMadeForIt(int size) throws Exception {
    feature("POINT (101.43 36.04)", new byte[0]);
    Path file = changed(file(), MAGIC_BYTES, size);
    assertThat(trial.of(file).issueTotals().keySet())
        .containsAnyOf(IssueKind.DAMAGED, IssueKind.TRUNCATED);
    assertThat(trial.store.listLayers()).isEmpty();
  }

  @Test
  void anIndexThatCannotBeIsRefusedWithoutBeingRead() throws Exception {
    feature("POINT (101.43 36.04)", new byte[0]);
    header.indexNodeSize = 16;
    for (long count : new long[] {1, 1_000_000, Integer.MAX_VALUE + 1L, Long.MAX_VALUE, -1}) {
      header.featuresCount = count;
      assertThat(fresh().of(file()).outcome()).as("%d features", count).isEqualTo(Outcome.REFUSED);
    }
    header.featuresCount = 1;
    // A tree whose nodes have one child each never comes to its root.
    header.indexNodeSize = 1;
    assertThat(fresh().refused(file(), IssueKind.DAMAGED).message(Locale.ENGLISH))
        .contains("index of 1 features");
  }

  @Test
  void moreColumnsThanALayerHasAreRefused() throws Exception {
    for (int i = 0; i <= 1_000; i++) {
      column("c" + i, ColumnType.Bool);
    }
    trial.refused(file(), IssueKind.TOO_MANY_COLUMNS);
  }

  @Test
  void propertiesThatLieAreRefusedByRow() throws Exception {
    column("name", ColumnType.String);
    feature("POINT (101.43 36.04)", new byte[0]);
    feature("POINT (101.43 36.04)", used(properties().putShort((short) 0).putInt(2_000_000_000)));
    feature("POINT (101.43 36.04)", used(properties().putShort((short) 7).putInt(0)));
    feature("POINT (101.43 36.04)", new byte[] {0});
    ImportIssue issue = trial.refused(file(), IssueKind.UNREADABLE_FEATURE);
    assertThat(issue.row()).hasValue(2);
    assertThat(issue.field()).contains("properties");
    assertThat(fresh().keepGoing().applied(file()).counts().refused()).isEqualTo(3);
  }

  @Test
  void aNumberThatIsNoneIsRefused() throws Exception {
    column("width", ColumnType.Double);
    feature("POINT (101.43 36.04)", used(properties().putShort((short) 0).putDouble(1 / 0.0)));
    assertThat(trial.refused(file(), IssueKind.NOT_FINITE).row()).hasValue(1);
  }

  @Test
  void aFileWithOneIntegerOfItTurnedNeverBreaksTheImport() throws Exception {
    column("name", ColumnType.String);
    header.geometryType = UNKNOWN;
    feature("MULTIPOLYGON (((101 36, 101.1 36, 101 36.1, 101 36)))", new byte[0]);
    ByteBuffer row = properties();
    text(row, 0, "公园");
    feature("POINT (101.43 36.04)", used(row));
    byte[] whole = Files.readAllBytes(file());
    long seed = 63;
    Random random = new Random(seed);
    for (int draw = 0; draw < 300; draw++) {
      byte[] turned = whole.clone();
      int at = MAGIC_BYTES + random.nextInt(whole.length - MAGIC_BYTES - 4);
      int[] values = {-1, 0, Integer.MAX_VALUE, random.nextInt(), random.nextInt(200)};
      ByteBuffer.wrap(turned).order(ByteOrder.LITTLE_ENDIAN).putInt(at, values[draw % 5]);
      Path file = Files.write(folder.resolve("turned.fgb"), turned);
      assertThat(fresh().of(file).outcome())
          .as("seed %d, draw %d", seed, draw)
          .isIn(Outcome.APPLIED, Outcome.REFUSED);
    }
  }
}
