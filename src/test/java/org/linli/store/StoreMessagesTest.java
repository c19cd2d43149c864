package org.linli.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.layer.LocalText;

/** What the store refuses is told in every language, with the same names and numbers in each. */
class StoreMessagesTest {

  static Stream<StoreException> refusals() {
    return Stream.of(
        new StoreBusyException(),
        LayerExistsException.of("trees"),
        UnknownLayerException.of("trees"),
        DuplicateCodeException.of("trees", "t-1"),
        StaleRevisionException.of("trees", "t-1", 7),
        StoreException.madeByNewer(),
        StoreException.failed(new SQLException("disk I/O error")),
        PostgisFailures.of(new SQLException("locked", "55P03")),
        PostgisFailures.of(new SQLException("view tall_trees", "2BP01")),
        PostgisFailures.of(new SQLException("denied", "42501")),
        PostgisFailures.of(new SQLException("duplicate", "23505"), "trees"),
        refusal(() -> ReservedNames.refuse("gpkg_trees")),
        refusal(() -> new DatabaseAddress("jdbc:h2:x", Optional.empty(), Optional.empty())));
  }

  private static StoreException refusal(Runnable refused) {
    try {
      refused.run();
    } catch (StoreException told) {
      return told;
    }
    throw new AssertionError("It was not refused.");
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aRefusalIsToldInEveryLanguage(StoreException refused) {
    isInEveryLanguage(refused.detail());
    assertThat(refused).hasMessage(refused.detail().en());
  }

  private static void isInEveryLanguage(LocalText told) {
    assertThat(told.zh()).containsPattern("\\p{IsHan}{4}");
    assertThat(told.bo()).containsPattern("\\p{IsTibetan}{4}");
    assertThat(told.en()).doesNotContainPattern("[\\p{IsHan}\\p{IsTibetan}]");
    for (String named : new String[] {"trees", "t-1", "disk I/O error", "tall_trees", "gpkg_"}) {
      if (told.en().contains(named)) {
        assertThat(told.zh()).contains(named);
        assertThat(told.bo()).contains(named);
      }
    }
  }

  @Test
  void whatBecameOfACutOffLoadIsToldInEveryLanguage() {
    isInEveryLanguage(new LoadJournal.Entry("trees", Instant.EPOCH, 1).note());
  }

  @Test
  void aStoreThatCannotBeOpenedIsNamedInEveryLanguage(@TempDir Path folder) {
    StoreException told = refusal(() -> GeoPackageStore.open(folder));
    isInEveryLanguage(told.detail());
    assertThat(told.detail().zh()).contains(folder.toString());
  }
}
