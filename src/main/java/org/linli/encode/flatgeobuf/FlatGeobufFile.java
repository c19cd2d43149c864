package org.linli.encode.flatgeobuf;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import org.linli.encode.Scratch;
import org.linli.encode.Selection;
import org.linli.encode.Shape;
import org.linli.encode.Shape.Winding;
import org.linli.geo.Bounds;
import org.linli.snapshot.Block;
import org.linli.snapshot.RowCursor;

/**
 * Writes features as FlatGeobuf 3. They lie in the order of the layer's own index, along a Hilbert
 * curve, under a packed R-tree by which programs read only what is in a window; a file with
 * features without a place, or in an order that was asked for, has no tree. Features are encoded
 * once, into scratch, because the header and the tree that come before them tell what they are.
 */
public final class FlatGeobufFile {
  /** Changes whenever the same features would be written as other bytes. */
  public static final int REVISION = 2;

  private static final int BUFFER_BYTES = 1 << 16;

  private final Selection selection;
  private final Survey survey;
  private final Shape shape;
  private final FeatureBytes features;
  private final double[] box = new double[4];
  private final double[] extent = {
    Double.POSITIVE_INFINITY,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  private FlatGeobufFile(Selection selection) {
    this.selection = selection;
    this.survey = Survey.of(selection);
    this.shape = new Shape(selection.crs(), Winding.COUNTERCLOCKWISE);
    this.features = new FeatureBytes(survey.type(), selection.fields().size());
  }

  public static void write(Selection selection, Path scratch, OutputStream out) throws IOException {
    try (Scratch work = Scratch.in(scratch)) {
      new FlatGeobufFile(selection).write(work, out);
    }
  }

  private void write(Scratch work, OutputStream out) throws IOException {
    Path encoded = work.file("features");
    if (survey.isIndexed()) {
      try (IndexFile index = new IndexFile(work.file("index"), survey.features())) {
        encodeByPlace(encoded, index);
        new HeaderBytes(selection).write(survey, extent, out);
        index.writeTo(out);
      }
    } else {
      encodeInOrder(encoded);
      new HeaderBytes(selection).write(survey, extent, out);
    }
    Files.copy(encoded, out);
  }

  private void encodeInOrder(Path to) throws IOException {
    try (OutputStream out = buffered(to)) {
      RowCursor rows = selection.rows();
      while (rows.next()) {
        encode(rows.block(), rows.row(), out);
      }
    }
  }

  private static OutputStream buffered(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
  }

  private int encode(Block block, int row, OutputStream out) throws IOException {
    shape.take(block.geometries(), row);
    shape.box(box);
    extent[0] = Math.min(extent[0], box[0]);
    extent[1] = Math.min(extent[1], box[1]);
    extent[2] = Math.max(extent[2], box[2]);
    extent[3] = Math.max(extent[3], box[3]);
    return features.write(block, row, shape, out);
  }

  private void encodeByPlace(Path to, IndexFile index) throws IOException {
    List<Block> blocks = selection.view().blocks();
    List<IntPredicate> chosen = chosen(blocks);
    try (OutputStream out = buffered(to)) {
      ByPlace byPlace = new ByPlace(out, index);
      for (int i = 0; i < blocks.size(); i++) {
        byPlace.encode(blocks.get(i), chosen.get(i));
      }
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  /** The rows of each block that the query chooses. */
  private List<IntPredicate> chosen(List<Block> blocks) {
    if (selection.query().choosesAll()) {
      return Collections.nCopies(blocks.size(), row -> true);
    }
    List<BitSet> chosen = new ArrayList<>();
    blocks.forEach(block -> chosen.add(new BitSet(block.size())));
    RowCursor rows = selection.rows();
    while (rows.next()) {
      chosen.get(blocks.indexOf(rows.block())).set(rows.row());
    }
    return chosen.stream().map(set -> (IntPredicate) set::get).toList();
  }

  /** Encodes features as the layer's index gives them, and tells the file's index of them. */
  private final class ByPlace {
    private final OutputStream out;
    private final IndexFile index;
    private long bytes;

    ByPlace(OutputStream out, IndexFile index) {
      this.out = out;
      this.index = index;
    }

    void encode(Block block, IntPredicate chosen) {
      selection
          .view()
          .search(
              block,
              Bounds.WORLD,
              row -> {
                if (chosen.test(row)) {
                  add(block, row);
                }
              });
    }

    private void add(Block block, int row) {
      try {
        long start = bytes;
        bytes += FlatGeobufFile.this.encode(block, row, out);
        index.add(box, start);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
