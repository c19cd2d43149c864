package org.linli.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.geo.Bounds;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;

/** The layers that came with the portal, looked for by the words that people use. */
class DatasetSearchTest {
  private static Dataset dataset(String id) {
    return new Dataset(
        new UUID(0, 0),
        BuiltInLayers.find(id).orElseThrow().asSeenBy(Audience.PUBLIC),
        false,
        1,
        Optional.of(1L),
        Bounds.EMPTY,
        Optional.empty(),
        Instant.EPOCH,
        Freshness.UNKNOWN,
        Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "建筑, buildings", // a name of its field in other files
    "楼栋, buildings",
    "住房, buildings", // a keyword
    "བདེ་འཇགས, hazards",
    "mobility, paths"
  })
  void aLayerIsFoundByItsTitleItsKeywordsAndTheNamesOfItsFieldsInOtherFiles(
      String words, String id) {
    DatasetSearch search = DatasetSearch.of(words, Map.of());
    assertThat(search.in(List.of(dataset(id)))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"residents, buildings", "居民, buildings", "户数, buildings", "总户数, buildings"})
  void aFieldOfTheStaffIsNoWordOfThePublic(String words, String id) {
    assertThat(DatasetSearch.of(words, Map.of()).in(List.of(dataset(id)))).isEmpty();
  }
}
