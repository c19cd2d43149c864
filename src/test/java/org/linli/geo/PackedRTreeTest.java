package org.linli.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedRTreeTest {

  private static int[][] randomBoxes(Random random, int count) {
    int[][] boxes = new int[count][];
    for (int i = 0; i < count; i++) {
      int x = random.nextInt(2_000_000) - 1_000_000;
      int y = random.nextInt(2_000_000) - 1_000_000;
      boxes[i] = new int[] {x, y, x + random.nextInt(30_000), y + random.nextInt(30_000)};
    }
    return boxes;
  }

  private static PackedRTree treeOf(int[][] boxes) {
    PackedRTree.Builder builder = new PackedRTree.Builder(4);
    for (int[] box : boxes) {
      builder.add(box[0], box[1], box[2], box[3]);
    }
    return builder.finish();
  }

  private static TreeSet<Integer> search(PackedRTree tree, int[] window) {
    TreeSet<Integer> found = new TreeSet<>();
    tree.search(window[0], window[1], window[2], window[3], found::add);
    return found;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 15, 16, 17, 256, 257, 5_000})
  void aWindowFindsJustTheBoxesThatTouchIt(int count) {
    long seed = 20_260_100L + count;
    Random random = new Random(seed);
    int[][] boxes = randomBoxes(random, count);
    PackedRTree tree = treeOf(boxes);
    for (int round = 0; round < 50; round++) {
      int[] window = randomBoxes(random, 1)[0];
      window[2] += random.nextInt(400_000);
      TreeSet<Integer> expected = new TreeSet<>();
      for (int i = 0; i < count; i++) {
        boolean touches =
            boxes[i][0] <= window[2]
                && boxes[i][2] >= window[0]
                && boxes[i][1] <= window[3]
                && boxes[i][3] >= window[1];
        if (touches) {
          expected.add(i);
        }
      }
      assertThat(search(tree, window)).as("seed %d round %d", seed, round).isEqualTo(expected);
    }
  }

  @Test
  void edgesAreIncluded() {
    PackedRTree tree = treeOf(new int[][] {{0, 0, 10, 10}});
    assertThat(search(tree, new int[] {10, 10, 20, 20})).containsExactly(0);
    assertThat(search(tree, new int[] {11, 0, 20, 20})).isEmpty();
  }

  @Test
  void theWholeRangeOfIntsIsUsable() {
    int low = Integer.MIN_VALUE;
    int high = Integer.MAX_VALUE;
    PackedRTree tree =
        treeOf(new int[][] {{low, low, low, low}, {high, high, high, high}, {0, 0, 0, 0}});
    assertThat(search(tree, new int[] {low, low, high, high})).containsExactly(0, 1, 2);
    assertThat(search(tree, new int[] {1, 1, high, high})).containsExactly(1);
    assertThat(tree.extent()).containsExactly(low, low, high, high);
  }

  @Test
  void anEmptyBoxTakesItsNumberAndIsNeverFound() {
    PackedRTree tree = treeOf(new int[][] {{5, 5, 4, 4}, {0, 0, 1, 1}});
    assertThat(search(tree, new int[] {-100, -100, 100, 100})).containsExactly(1);
    assertThat(tree.size()).isEqualTo(1);
  }

  @Test
  void nearestGivesTheNearestBoxesInOrder() {
    long seed = 7;
    Random random = new Random(seed);
    int[][] boxes = randomBoxes(random, 2_000);
    PackedRTree tree = treeOf(boxes);
    double scaleX = 0.8;
    for (int round = 0; round < 30; round++) {
      int x = random.nextInt(2_000_000) - 1_000_000;
      int y = random.nextInt(2_000_000) - 1_000_000;
      int[] expected =
          IntStream.range(0, boxes.length)
              .boxed()
              .filter(i -> i % 3 != 0)
              .filter(i -> distance(boxes[i], x, y, scaleX) <= 200_000)
              .sorted(Comparator.comparingDouble(i -> distance(boxes[i], x, y, scaleX)))
              .limit(10)
              .mapToInt(Integer::intValue)
              .toArray();
      int[] nearest = tree.nearest(x, y, scaleX, 10, 200_000, i -> i % 3 != 0);
      assertThat(nearest).as("seed %d round %d", seed, round).containsExactly(expected);
    }
  }

  private static double distance(int[] box, int x, int y, double scaleX) {
    double dx = Math.max(0, Math.max(box[0] - x, x - box[2])) * scaleX;
    double dy = Math.max(0, Math.max(box[1] - y, y - box[3]));
    return Math.sqrt(dx * dx + dy * dy);
  }

  @Test
  void amongEquallyNearTheSmallerNumberComesFirst() {
    int[][] boxes = new int[100][];
    Arrays.setAll(boxes, i -> new int[] {50, 50, 60, 60});
    assertThat(treeOf(boxes).nearest(0, 0, 1, 3, 1e9, i -> true)).containsExactly(0, 1, 2);
  }

  @Test
  void nearestInNothingIsNothing() {
    assertThat(treeOf(new int[0][]).nearest(0, 0, 1, 3, 1e9, i -> true)).isEmpty();
  }

  @Test
  void aFinishedBuilderSaysWhatToDo() {
    PackedRTree.Builder builder = new PackedRTree.Builder(1);
    builder.finish();
    assertThatThrownBy(() -> builder.add(0, 0, 1, 1)).hasMessageContaining("new builder");
  }
}
