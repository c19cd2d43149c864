package org.linli.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The first bytes of something that grows, in memory; takes no more than it has room for. One
 * thread adds, and others read what it has told them is there.
 */
final class FirstBytes {
  private static final int PIECE_BYTES = 1 << 16;

  /**
   * Some pieces are kept for the next: fresh memory is slow. They lie outside of the heap, from
   * where the server sends them without a copy.
   */
  private static final BlockingQueue<ByteBuffer> FREE = new ArrayBlockingQueue<>(128);

  private final int capacity;
  private final ByteBuffer[] pieces;
  private int size;

  FirstBytes(int capacity) {
    this.capacity = capacity;
    this.pieces = new ByteBuffer[(capacity + PIECE_BYTES - 1) / PIECE_BYTES];
  }

  int capacity() {
    return capacity;
  }

  /** Adds as many of the bytes as there is room for, and tells how many. */
  int add(byte[] bytes, int start, int count) {
    int taken = Math.min(count, capacity - size);
    for (int done = 0; done < taken; ) {
      int some = Math.min(taken - done, PIECE_BYTES - size % PIECE_BYTES);
      pieceWithRoom().put(size % PIECE_BYTES, bytes, start + done, some);
      done += some;
      size += some;
    }
    return taken;
  }

  private ByteBuffer pieceWithRoom() {
    int number = size / PIECE_BYTES;
    if (pieces[number] == null) {
      ByteBuffer kept = FREE.poll();
      pieces[number] = kept == null ? ByteBuffer.allocateDirect(PIECE_BYTES) : kept;
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
    BufferSink sink = BufferSink.of(out);
    for (long at = start; at < end; ) {
      int from = (int) (at % PIECE_BYTES);
      int some = (int) Math.min(end - at, PIECE_BYTES - from);
      sink.take(pieces[(int) (at / PIECE_BYTES)].slice(from, some));
      at += some;
    }
  }
}
