package org.linli.encode;

import org.linli.snapshot.Block;
import org.linli.snapshot.RowCursor;

/**
 * Deals the rows of a cursor, in their order, as hands of some hundred each that several threads
 * take. Thread-safe.
 */
final class RowDeal {
  private static final int MAX_ROWS = 256;

  /** Rows of many vertices make a small hand, so that all hands are about as much work. */
  private static final int MAX_VERTICES = 4096;

  /** Rows nearer to each other than this on the mean are fetched by the processor itself. */
  private static final long APART = 4;

  private final RowCursor cursor;

  /** The next rows, of which a hand takes the first. */
  private final Block[] blocks = new Block[MAX_ROWS];

  private final int[] rows = new int[MAX_ROWS];
  private int size;
  private long dealt;
  private boolean over;

  RowDeal(RowCursor cursor) {
    this.cursor = cursor;
  }

  /** Some rows that follow each other. */
  static final class Hand {
    private final Block[] blocks = new Block[MAX_ROWS];
    private final int[] rows = new int[MAX_ROWS];
    private int size;
    private long number;

    /** Kept so that the compiler of the machine does not leave out what is read for it. */
    private int seen;

    /** How many hands were dealt before it. */
    long number() {
      return number;
    }

    int size() {
      return size;
    }

    Block block(int i) {
      return blocks[i];
    }

    int row(int i) {
      return rows[i];
    }

    /**
     * Brings rows that lie far apart into the processor's cache: to wait for each of their values
     * takes longer than to write it.
     */
    void fetch() {
      for (int from = 0, to; from < size; from = to) {
        to = endOfBlock(from);
        if (Math.abs((long) rows[to - 1] - rows[from]) > APART * (to - from)) {
          seen += blocks[from].fetch(rows, from, to);
        }
      }
    }

    private int endOfBlock(int from) {
      int to = from + 1;
      while (to < size && blocks[to] == blocks[from]) {
        to++;
      }
      return to;
    }
  }

  /** Fills a hand with the next rows, at least one; false when there are no more. */
  synchronized boolean deal(Hand hand) {
    lookAhead();
    hand.size = worthOfAHand();
    System.arraycopy(blocks, 0, hand.blocks, 0, hand.size);
    System.arraycopy(rows, 0, hand.rows, 0, hand.size);
    drop(hand.size);
    hand.number = dealt;
    dealt += hand.size > 0 ? 1 : 0;
    return hand.size > 0;
  }

  private void lookAhead() {
    while (size < MAX_ROWS && next()) {
      blocks[size] = cursor.block();
      rows[size++] = cursor.row();
    }
  }

  private boolean next() {
    over = over || !cursor.next();
    return !over;
  }

  /**
   * How many of the next rows make a hand. Asked after they were found, not meanwhile: so the
   * processor waits for the numbers of several at once.
   */
  private int worthOfAHand() {
    int count = 0;
    for (int vertices = 0; count < size && vertices < MAX_VERTICES; count++) {
      vertices += blocks[count].geometries().vertices(rows[count]);
    }
    return count;
  }

  private void drop(int count) {
    size -= count;
    System.arraycopy(blocks, count, blocks, 0, size);
    System.arraycopy(rows, count, rows, 0, size);
  }
}
