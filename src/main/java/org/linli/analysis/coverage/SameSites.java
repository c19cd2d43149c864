package org.linli.analysis.coverage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.linli.analysis.Overlay;

/** Which sites of some changed green spaces are as they were. Immutable. */
final class SameSites {
  private final int[] before;
  private final BitSet kept = new BitSet();
  private final int sitesBefore;

  SameSites(Greens was, Greens is, Overlay overlay) {
    int[] rows = overlay.sameRows(was.rows(), is.rows());
    sitesBefore = was.size();
    before = is.sites().map(site -> before(was, is.site(site).members(), rows)).toArray();
    Arrays.stream(before).filter(site -> site >= 0).forEach(kept::set);
  }

  private static int before(Greens was, int[] members, int[] rows) {
    int site = rows[members[0]] < 0 ? -1 : was.siteOf(rows[members[0]]);
    boolean same =
        site >= 0
            && was.site(site).members().length == members.length
            && Arrays.stream(members)
                .allMatch(row -> rows[row] >= 0 && was.siteOf(rows[row]) == site);
    return same ? site : -1;
  }

  /** What a site was before; -1 if it was not. */
  int before(int site) {
    return before[site];
  }

  /** The sites before that are no more. */
  IntStream gone() {
    return IntStream.range(0, sitesBefore).filter(site -> !kept.get(site));
  }

  /** The sites that were not before. */
  IntStream come() {
    return IntStream.range(0, before.length).filter(site -> before[site] < 0);
  }
}
