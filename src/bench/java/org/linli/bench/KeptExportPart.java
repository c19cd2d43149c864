package org.linli.bench;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.linli.bench.Contest.Entrant;

/** The whole layer again, from its kept copy, against nginx that serves a file of those bytes. */
final class KeptExportPart {
  private static final List<String> ENDINGS = List.of("geojson", "csv", "gpkg");
  private static final int WARM_UPS = 5;
  private static final int ROUNDS = 20;

  private KeptExportPart() {}

  static void run(Course course, Results results) throws Exception {
    Path folder = course.emptyFolder("nginx");
    try (Portal portal = Portal.serve(course.home());
        FileServer nginx = FileServer.start(folder);
        KeptAliveClient ours = new KeptAliveClient(portal.port());
        KeptAliveClient theirs = new KeptAliveClient(nginx.port())) {
      for (String ending : ENDINGS) {
        results.add(measure(ending, folder, ours, theirs));
      }
    }
  }

  private static Figure measure(
      String ending, Path folder, KeptAliveClient ours, KeptAliveClient theirs) throws Exception {
    String path = Portal.wholeLayer(Course.LAYER, ending);
    try (OutputStream out = Files.newOutputStream(folder.resolve("copy." + ending))) {
      ours.get(path, out::write).requireOk("ours");
    }
    Contest<String> contest =
        new Contest<>(
                new Entrant<String>("ours", e -> ours.get(path, (b, f, n) -> {})),
                new Entrant<String>("nginx", e -> theirs.get("/copy." + e, (b, f, n) -> {})))
            .warm(Collections.nCopies(WARM_UPS, ending))
            .run(Collections.nCopies(ROUNDS, ending), KeptExportPart::requireSameLength);
    return Figure.ratio(
        "whole layer as ." + ending + ", kept copy",
        contest.of("ours"),
        "nginx, same file",
        contest.of("nginx"),
        2);
  }

  private static void requireSameLength(String ending, List<Answer> answers) {
    if (answers.get(0).bytes() == 0 || answers.get(0).bytes() != answers.get(1).bytes()) {
      throw new IllegalStateException("The copies as ." + ending + " differ: " + answers);
    }
  }
}
