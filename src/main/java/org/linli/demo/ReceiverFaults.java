package org.linli.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What receivers do: one patrol lost the sky for ten minutes, another once reported itself half a
 * kilometre away.
 */
final class ReceiverFaults {
  private static final int SILENT = 40;
  private static final int STRAYED = 76;
  private static final int AFTER_SECONDS = 600;
  private static final int SILENCE_SECONDS = 660;

  private ReceiverFaults() {}

  static List<Patrol> suffered(List<Patrol> patrols) {
    List<Patrol> received = new ArrayList<>(patrols);
    received.set(SILENT, silent(patrols.get(SILENT)));
    received.set(STRAYED, strayed(patrols.get(STRAYED)));
    return received;
  }

  private static Patrol silent(Patrol patrol) {
    Instant from = patrol.fixes().get(0).at().plusSeconds(AFTER_SECONDS);
    Instant to = from.plusSeconds(SILENCE_SECONDS);
    List<Patrol.Fix> heard =
        patrol.fixes().stream()
            .filter(fix -> fix.at().isBefore(from) || fix.at().isAfter(to))
            .toList();
    return new Patrol(patrol.code(), patrol.kind(), patrol.post(), heard);
  }

  private static Patrol strayed(Patrol patrol) {
    List<Patrol.Fix> fixes = new ArrayList<>(patrol.fixes());
    int middle = fixes.size() / 2;
    Instant between = fixes.get(middle).at().plusSeconds(5);
    fixes.add(middle + 1, new Patrol.Fix(between, Drawing.at(-700, -620)));
    return new Patrol(patrol.code(), patrol.kind(), patrol.post(), fixes);
  }
}
