package org.linli.analysis.impact;

import java.util.stream.IntStream;
import org.linli.analysis.PlaneShapes;

/** The middle of each shape of a layer, in metres; NaN where it has none. */
record Middles(double[] xs, double[] ys) {

  static Middles of(PlaneShapes shapes) {
    double[] xs = new double[shapes.size()];
    double[] ys = new double[shapes.size()];
    double[] xy = new double[2];
    for (int i = 0; i < xs.length; i++) {
      boolean some = shapes.centre(i, xy);
      xs[i] = some ? xy[0] : Double.NaN;
      ys[i] = some ? xy[1] : Double.NaN;
    }
    return new Middles(xs, ys);
  }

  int size() {
    return xs.length;
  }

  boolean has(int shape) {
    return !Double.isNaN(xs[shape]);
  }

  double x(int shape) {
    return xs[shape];
  }

  double y(int shape) {
    return ys[shape];
  }

  /** How many lie in a zone. */
  int countIn(Zone zone) {
    return (int) IntStream.range(0, size()).filter(i -> has(i) && zone.holds(xs[i], ys[i])).count();
  }
}
