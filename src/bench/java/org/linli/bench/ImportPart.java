package org.linli.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.bench.Contest.Entrant;

/** Our import of the GeoJSON file against {@code ogr2ogr -f GPKG}: whole processes, new files. */
final class ImportPart {
  private ImportPart() {}

  static void run(Course course, Results results) throws Exception {
    Path file = course.geoJson();
    Course.warm(file);
    List<Integer> rounds = IntStream.range(0, course.rounds()).boxed().toList();
    Contest<Integer> contest =
        new Contest<>(
                new Entrant<Integer>("ours", round -> ours(course, file)),
                new Entrant<Integer>("ogr2ogr", round -> ogr2ogr(course, file)))
            .run(rounds, (round, answers) -> {});
    results.add(
        Figure.ratio(
            "import GeoJSON into a GeoPackage, whole process",
            contest.of("ours"),
            "ogr2ogr -f GPKG",
            contest.of("ogr2ogr"),
            0.6));
  }

  private static Answer ours(Course course, Path file) {
    return Answer.ofProcess(Portal.load(Course.LAYER, file, course.emptyFolder("home-import")));
  }

  private static Answer ogr2ogr(Course course, Path file) {
    Path folder = course.emptyFolder("ogr2ogr");
    return Answer.ofProcess(
        new Command(folder.resolve("log"), "ogr2ogr", "-f", "GPKG")
            .and(folder.resolve("buildings.gpkg").toString(), file.toString())
            .run());
  }
}
