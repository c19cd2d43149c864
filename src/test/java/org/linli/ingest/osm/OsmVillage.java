package org.linli.ingest.osm;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A village of OpenStreetMap written for a test, and what is read of it. */
abstract class OsmVillage {
  static final Map<String, String> BUILDING = Map.of("building", "yes");
  static final Map<String, String> FOREST_RELATION =
      Map.of("type", "multipolygon", "landuse", "forest");
  static final double SIDE = 0.001;
  @TempDir Path folder;
  final OsmFixture village = new OsmFixture();

  OsmSource source(String kind, boolean binary) {
    return OsmSource.of(
        village.write(folder, binary), OsmKind.of(Optional.of(kind)), OsmLimits.DEFAULT);
  }

  RowCatcher read(String kind) {
    return RowCatcher.read(source(kind, true));
  }

  static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }
}
