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

  private final RowCursor rows;
  private long dealt;
  private boolean over;

  RowDeal(RowCursor rows) {
    this.rows = rows;
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
    hand.size = 0;
    for (int vertices = 0; hand.size < MAX_ROWS && vertices < MAX_VERTICES && next(); ) {
      hand.blocks[hand.size] = rows.block();
      hand.rows[hand.size++] = rows.row();
      vertices += rows.block().geometries().vertices(rows.row());
    }
    hand.number = dealt;
    dealt += hand.size > 0 ? 1 : 0;
    return hand.size > 0;
  }

  private boolean next() {
    over = over || !rows.next();
    return !over;
  }
}
