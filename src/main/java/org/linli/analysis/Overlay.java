package org.linli.analysis;

import java.util.Map;
import java.util.Set;
import org.linli.snapshot.LayerView;

/**
 * A layer as it would be.
 *
 * @param view all of it
 * @param touched the codes of the features that came, went or changed; the others are as they were
 */
public record Overlay(LayerView view, Set<String> touched) {
  public Overlay {
    touched = Set.copyOf(touched);
  }

  /** The inputs with some layers as they would be, by role. */
  public static AnalysisInputs laidOver(AnalysisInputs inputs, Map<String, Overlay> overlays) {
    AnalysisInputs changed = inputs;
    for (Map.Entry<String, Overlay> overlay : overlays.entrySet()) {
      changed = changed.with(overlay.getKey(), overlay.getValue().view());
    }
    return changed;
  }

  /**
   * For each row of this layer the row before that is the same feature; -1 where it is none of
   * those. Costs as much as there are rows, and compares only the touched.
   *
   * @param after the rows of {@link #view}
   */
  public int[] sameRows(LayerRows before, LayerRows after) {
    boolean[] gone = touched(before);
    boolean[] came = touched(after);
    int[] same = new int[after.size()];
    int at = 0;
    for (int i = 0; i < same.length; i++) {
      while (at < gone.length && gone[at]) {
        at++;
      }
      same[i] = came[i] ? -1 : at++;
    }
    return same;
  }

  private boolean[] touched(LayerRows rows) {
    boolean[] marked = new boolean[rows.size()];
    for (String code : touched) {
      int row = rows.indexOf(code);
      if (row >= 0) {
        marked[row] = true;
      }
    }
    return marked;
  }
}
