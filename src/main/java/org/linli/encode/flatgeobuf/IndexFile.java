package org.linli.encode.flatgeobuf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The packed R-tree of a FlatGeobuf file, built in a file of scratch: leaves are added in the order
 * of the features, then {@link #writeTo} lays the levels above them, the root first. A node is four
 * doubles (minX, minY, maxX, maxY) and eight bytes: for a leaf where its feature begins, else the
 * number of its first child. No more than a few pages are in memory, however many leaves.
 */
final class IndexFile implements AutoCloseable {
  static final int NODE_SIZE = 16;
  private static final int NODE_BYTES = 40;
  private static final int BUFFER_NODES = 1024;

  private final FileChannel channel;
  private final long[] levelStarts;
  private final long[] levelEnds;
  private final ByteBuffer pending = buffer();
  private long written;

  /**
   * @param leaves how many there will be, at least one
   */
  IndexFile(Path file, long leaves) throws IOException {
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    long[] sizes = levelSizes(leaves);
    this.levelStarts = new long[sizes.length];
    this.levelEnds = new long[sizes.length];
    long end = Arrays.stream(sizes).sum();
    for (int level = 0; level < sizes.length; level++) {
      levelEnds[level] = end;
      end -= sizes[level];
      levelStarts[level] = end;
    }
    this.written = levelStarts[0];
  }

  /** How many nodes each level has, the leaves first; even a single leaf has a root above it. */
  private static long[] levelSizes(long leaves) {
    long[] sizes = new long[64];
    int levels = 0;
    long size = leaves;
    sizes[levels++] = size;
    do {
      size = (size + NODE_SIZE - 1) / NODE_SIZE;
      sizes[levels++] = size;
    } while (size > 1);
    return Arrays.copyOf(sizes, levels);
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocateDirect(BUFFER_NODES * NODE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Adds the next leaf. */
  void add(double[] box, long featureStart) throws IOException {
    put(box, featureStart);
  }

  private void put(double[] box, long reference) throws IOException {
    for (int i = 0; i < 4; i++) {
      pending.putDouble(box[i]);
    }
    pending.putLong(reference);
    if (!pending.hasRemaining()) {
      flush();
    }
  }

  private void flush() throws IOException {
    pending.flip();
    while (pending.hasRemaining()) {
      int bytes = pending.remaining();
      channel.write(pending, written * NODE_BYTES + (pending.limit() - bytes));
    }
    written += pending.limit() / NODE_BYTES;
    pending.clear();
  }

  /**
   * Lays the levels above the leaves and writes all of the tree.
   *
   * @throws IllegalStateException if other than the announced leaves were added
   */
  void writeTo(OutputStream out) throws IOException {
    flush();
    if (written != levelEnds[0]) {
      throw new IllegalStateException(
          "An index of %d leaves got %d."
              .formatted(levelEnds[0] - levelStarts[0], written - levelStarts[0]));
    }
    for (int level = 1; level < levelStarts.length; level++) {
      written = levelStarts[level];
      fillLevel(levelStarts[level - 1], levelEnds[level - 1]);
      flush();
    }
    ByteBuffer page = ByteBuffer.allocate(BUFFER_NODES * NODE_BYTES);
    for (long at = 0; channel.read(page.clear(), at) > 0; at += page.position()) {
      out.write(page.array(), 0, page.position());
    }
  }

  private void fillLevel(long firstChild, long endChild) throws IOException {
    ByteBuffer page = buffer();
    double[] box = new double[4];
    for (long first = firstChild; first < endChild; first += BUFFER_NODES) {
      int children = (int) Math.min(BUFFER_NODES, endChild - first);
      read(page.clear().limit(children * NODE_BYTES), first);
      for (int child = 0; child < children; child += NODE_SIZE) {
        unite(page, child, Math.min(child + NODE_SIZE, children), box);
        put(box, first + child);
      }
    }
  }

  private void read(ByteBuffer page, long node) throws IOException {
    long at = node * NODE_BYTES;
    while (page.hasRemaining() && channel.read(page, at + page.position()) >= 0) {
      // What a call gives may be less than all.
    }
  }

  private static void unite(ByteBuffer nodes, int first, int end, double[] box) {
    box[0] = box[1] = Double.POSITIVE_INFINITY;
    box[2] = box[3] = Double.NEGATIVE_INFINITY;
    for (int node = first; node < end; node++) {
      int at = node * NODE_BYTES;
      box[0] = Math.min(box[0], nodes.getDouble(at));
      box[1] = Math.min(box[1], nodes.getDouble(at + 8));
      box[2] = Math.max(box[2], nodes.getDouble(at + 16));
      box[3] = Math.max(box[3], nodes.getDouble(at + 24));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
