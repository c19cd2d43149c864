package org.linli.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The first bytes of something that grows, in memory; takes no more than it has room for. One
 * thread adds, and others read what it has told them is there.
 */
final class FirstBytes {
  private static final int PIECE_BYTES = 1 << 16;

  /** Some pieces are kept for the next: fresh memory is slow. */
  private static final BlockingQueue<byte[]> FREE = new ArrayBlockingQueue<>(64);

  private final int capacity;
  private final byte[][] pieces;
  private int size;

  FirstBytes(int capacity) {
    this.capacity = capacity;
    this.pieces = new byte[(capacity + PIECE_BYTES - 1) / PIECE_BYTES][];
  }

  int capacity() {
    return capacity;
  }

  /** Adds as many of the bytes as there is room for, and tells how many. */
  int add(byte[] bytes, int start, int count) {
    int taken = Math.min(count, capacity - size);
    for (int done = 0; done < taken; ) {
      int some = Math.min(taken - done, PIECE_BYTES - size % PIECE_BYTES);
      System.arraycopy(bytes, start + done, pieceWithRoom(), size % PIECE_BYTES, some);
      done += some;
      size += some;
    }
    return taken;
  }

  private byte[] pieceWithRoom() {
    int number = size / PIECE_BYTES;
    if (pieces[number] == null) {
      byte[] kept = FREE.poll();
      pieces[number] = kept == null ? new byte[PIECE_BYTES] : kept;
    }
    return pieces[number];
  }

  /** Gives the memory back; nobody reads or adds any more. */
  void free() {
    for (int number = 0; number < pieces.length && pieces[number] != null; number++) {
      FREE.offer(pieces[number]);
      pieces[number] = null;
    }
  }

  /**
   * Writes the bytes from one on to before another.
   *
   * @param end not beyond what was added
   */
  void copy(long start, long end, OutputStream out) throws IOException {
    for (long at = start; at < end; ) {
      int from = (int) (at % PIECE_BYTES);
      int some = (int) Math.min(end - at, PIECE_BYTES - from);
      out.write(pieces[(int) (at / PIECE_BYTES)], from, some);
      at += some;
    }
  }
}
