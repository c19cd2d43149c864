package org.linli.layer;

/** How much one filter may ask for: what is more is refused before any work is done on it. */
final class Cql2Bounds {
  /** Characters of the whole filter. */
  static final int LENGTH = 200_000;

  /** Parts within parts, as parentheses, functions and NOT make them. */
  static final int DEPTH = 64;

  /** Arithmetic signs in a row; each makes the tree one deeper. */
  static final int SIGNS = 200;

  /** Names, values, comparisons and all other parts together. */
  static final int PARTS = 25_000;

  /** Elements of one list. */
  static final int LIST = 10_000;

  /** Vertices of all geometries together. */
  static final int VERTICES = 10_000;

  static final LocalText NESTING = new LocalText("嵌套层数", "levels of nesting", "རིམ་པའི་གྲངས།");

  private Cql2Bounds() {}

  /** Counts what a filter has of one thing. */
  static final class Allowance {
    private final int most;
    private final LocalText what;
    private int taken;

    Allowance(int most, LocalText what) {
      this.most = most;
      this.what = what;
    }

    void take(int count) {
      taken += count;
      if (taken > most) {
        throw Cql2Fault.tooMuch(what, most);
      }
    }

    void giveBack() {
      taken--;
    }

    int taken() {
      return taken;
    }
  }

  static Allowance depth() {
    return new Allowance(DEPTH, NESTING);
  }

  static Allowance signs() {
    return new Allowance(SIGNS, new LocalText("算术符号", "arithmetic signs", "རྩིས་རྟགས།"));
  }

  static Allowance parts() {
    return new Allowance(PARTS, new LocalText("组成部分", "parts", "ཆ་ཤས།"));
  }

  static Allowance list() {
    return new Allowance(LIST, new LocalText("列表元素", "elements of a list", "ཐོའི་རྣམ་གྲངས།"));
  }

  static Allowance vertices() {
    return new Allowance(VERTICES, new LocalText("坐标点", "vertices", "ཚེག"));
  }
}
