package org.linli.encode;

import java.util.function.Consumer;

/**
 * Cuts lines by a square: Liang and Barsky, "A New Concept and Method for Line Clipping" (1984).
 */
final class LineClip {
  private final long min;
  private final long max;
  private final Vertices piece = new Vertices();
  private double enters;
  private double leaves;

  LineClip(long min, long max) {
    this.min = min;
    this.max = max;
  }

  /** Gives each piece of a line that lies in the square; a piece is valid until the next. */
  void clip(Vertices line, Consumer<Vertices> pieces) {
    piece.clear();
    for (int i = 1; i < line.size(); i++) {
      long x1 = line.x(i - 1);
      long y1 = line.y(i - 1);
      long dx = line.x(i) - x1;
      long dy = line.y(i) - y1;
      if (meets(x1, y1, dx, dy)) {
        addSegment(x1, y1, dx, dy, pieces);
      }
    }
    give(pieces);
  }

  private boolean meets(long x, long y, long dx, long dy) {
    enters = 0;
    leaves = 1;
    return cut(-dx, x - min) && cut(dx, max - x) && cut(-dy, y - min) && cut(dy, max - y);
  }

  /** Narrows the part of the segment that lies on the inner side of one edge. */
  private boolean cut(long along, long room) {
    if (along == 0) {
      return room >= 0;
    }
    double at = (double) room / along;
    if (along < 0) {
      enters = Math.max(enters, at);
    } else {
      leaves = Math.min(leaves, at);
    }
    return enters <= leaves;
  }

  private void addSegment(long x, long y, long dx, long dy, Consumer<Vertices> pieces) {
    long startX = RingClip.between(x, x + dx, enters);
    long startY = RingClip.between(y, y + dy, enters);
    if (!piece.endsAt(startX, startY)) {
      give(pieces);
      piece.add(startX, startY);
    }
    piece.addApart(RingClip.between(x, x + dx, leaves), RingClip.between(y, y + dy, leaves), 0);
  }

  private void give(Consumer<Vertices> pieces) {
    if (piece.size() > 1) {
      pieces.accept(piece);
    }
    piece.clear();
  }
}
