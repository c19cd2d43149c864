package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.testing.MemoryStore;

class MadeLayerNamesTest {
  @TempDir private Path folder;

  /** It would hide the layer that the analysis makes. */
  @Test
  void nothingIsImportedUnderTheNameOfALayerThatAnAnalysisMakes() throws IOException {
    Path file = Files.writeString(folder.resolve("zones.csv"), "code,lon,lat\na,101.4,36.0\n");
    ImportRequest request =
        new ImportRequest(
            "gap_zones",
            file,
            "zones.csv",
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty());
    MemoryStore store = new MemoryStore();
    ImportReport report =
        new Importer(store, folder, Clock.systemUTC()).run(request, ImportProgress.NONE);
    ImportIssue issue = Trial.assertRefused(report, IssueKind.MADE_LAYER_ID);
    assertThat(issue.message(Locale.ENGLISH)).contains("gap_zones");
    assertThat(store.listLayers()).isEmpty();
  }
}
