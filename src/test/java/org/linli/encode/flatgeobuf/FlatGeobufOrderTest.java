package org.linli.encode.flatgeobuf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.encode.Selection;
import org.linli.geo.Bounds;
import org.linli.geo.Crs;
import org.linli.layer.Audience;
import org.linli.layer.LayerQuery;
import org.linli.layer.Parameters;
import org.linli.layer.QueryParser;
import org.linli.layer.Systems;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.RowCursor;
import org.linli.testing.Features;
import org.wololo.flatgeobuf.HeaderMeta;

/** Features lie in the order that is asked for, without an index; in the index's if none is. */
class FlatGeobufOrderTest {
  private static final LayerView VIEW =
      Features.snapshot(Features.many(new Random(7), 300)).view(Audience.STAFF);

  @TempDir private Path folder;

  private static LayerQuery query(String... namesAndValues) {
    return new QueryParser(Features.DEFINITION, new Systems(new Bounds(101, 35, 102, 37)), Set.of())
        .parse(new Parameters(Map.of(namesAndValues[0], List.of(namesAndValues[1]))));
  }

  private byte[] file(LayerQuery query) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FlatGeobufFile.write(new Selection(VIEW, query, Crs.WGS84), folder, out);
    return out.toByteArray();
  }

  @Test
  void anOrderThatIsAskedForIsKept() throws IOException {
    LayerQuery sorted = query("sortby", "-size,code");
    byte[] file = file(sorted);
    assertThat(HeaderMeta.read(new ByteArrayInputStream(file)).indexNodeSize).isZero();
    String text = new String(file, StandardCharsets.ISO_8859_1);
    List<Integer> places = new ArrayList<>();
    RowCursor rows = VIEW.rows(sorted);
    for (int from = 0; rows.next(); from = places.get(places.size() - 1)) {
      places.add(text.indexOf(rows.code(), from));
    }
    assertThat(places).hasSizeGreaterThan(200).doesNotContain(-1).isSorted();
  }
}
