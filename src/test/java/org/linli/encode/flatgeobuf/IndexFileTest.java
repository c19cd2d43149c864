package org.linli.encode.flatgeobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.wololo.flatgeobuf.PackedRTree;

/** The format's own library finds in our trees what a look at every box finds. */
class IndexFileTest {
  @TempDir private Path folder;

  private static double[] box(Random random) {
    double x = random.nextDouble() * 100;
    double y = random.nextDouble() * 100;
    return new double[] {x, y, x + random.nextDouble() * 5, y + random.nextDouble() * 5};
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16, 17, 256, 257, 5_000})
  void aWindowFindsJustTheBoxesThatItTouches(int count) throws IOException {
    Random random = new Random(count);
    List<double[]> boxes = IntStream.range(0, count).mapToObj(i -> box(random)).toList();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (IndexFile index = new IndexFile(Files.createFile(folder.resolve("index")), count)) {
      for (int i = 0; i < count; i++) {
        index.add(boxes.get(i), 7L * i);
      }
      index.writeTo(bytes);
    }
    assertThat((long) bytes.size()).isEqualTo(PackedRTree.calcSize(count, IndexFile.NODE_SIZE));
    ByteBuffer tree = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 50; i++) {
      double[] window = box(random);
      assertThat(found(tree, count, window)).as("seed " + count).isEqualTo(naive(boxes, window));
    }
  }

  private static TreeSet<Long> found(ByteBuffer tree, int count, double[] window) {
    return PackedRTree.search(
            tree,
            0,
            count,
            IndexFile.NODE_SIZE,
            new Envelope(window[0], window[2], window[1], window[3]))
        .stream()
        .map(hit -> hit.offset)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeSet<Long> naive(List<double[]> boxes, double[] window) {
    return IntStream.range(0, boxes.size())
        .filter(
            i ->
                boxes.get(i)[0] <= window[2]
                    && boxes.get(i)[2] >= window[0]
                    && boxes.get(i)[1] <= window[3]
                    && boxes.get(i)[3] >= window[1])
        .mapToObj(i -> 7L * i)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aTreeThatLacksALeafIsNotWritten() throws IOException {
    try (IndexFile index = new IndexFile(Files.createFile(folder.resolve("index")), 2)) {
      index.add(new double[4], 0);
      assertThatThrownBy(() -> index.writeTo(new ByteArrayOutputStream()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("2 leaves");
    }
  }
}
