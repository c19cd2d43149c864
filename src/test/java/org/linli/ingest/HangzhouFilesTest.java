package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.RealData;
import org.linli.layer.Feature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;

/** One file of a city's green in four forms: what is in them is the same. */
class HangzhouFilesTest {
  private static final double METRES_PER_DEGREE = 111_195;
  private static final double TWO_CENTIMETRES = 0.02 / METRES_PER_DEGREE;

  @TempDir Path folder;

  /** A shapefile has no empty texts. */
  private static List<String> names(Trial trial) {
    return trial.valuesOfColumn("name").stream()
        .map(name -> name == null ? "" : name.toString())
        .toList();
  }

  /** What GBK has no character for, a middle dot in 14 names, was lost when the files were made. */
  private static List<String> inGbk(List<String> names) {
    CharsetEncoder gbk = Charset.forName("GBK").newEncoder();
    return names.stream()
        .map(
            name ->
                name.codePoints()
                    .mapToObj(Character::toString)
                    .filter(gbk::canEncode)
                    .collect(Collectors.joining()))
        .toList();
  }

  @Test
  void namesAndPlacesAreThoseOfTheGeoJson() {
    Trial original = new Trial(folder);
    original.of(RealData.file("green/hangzhou-landuse.geojson"));
    Stream.of("gbk.shp.zip GB18030", "gbk-no-cpg.shp.zip GB18030", "cgcs2000-4549.shp.zip UTF-8")
        .map(form -> form.split(" "))
        .forEach(
            form -> {
              Trial other = new Trial(folder);
              ImportReport report = other.of(RealData.file("green/hangzhou-landuse-" + form[0]));
              assertThat(report.encoding()).contains(form[1]);
              List<String> expected =
                  form[1].equals("UTF-8") ? names(original) : inGbk(names(original));
              assertThat(names(other)).as(form[0]).isEqualTo(expected).hasSize(8_707);
              assertThat(strays(original, other)).as(form[0]).isZero();
            });
  }

  /** How many vertices have none of the other feature within two centimetres. */
  private static long strays(Trial original, Trial other) {
    List<Feature> here = original.features();
    List<Feature> there = other.features();
    long strays = 0;
    for (int i = 0; i < here.size(); i++) {
      KdTree vertices = new KdTree();
      Stream.of(here.get(i).shape().getCoordinates()).forEach(vertices::insert);
      strays +=
          Stream.of(there.get(i).shape().getCoordinates())
              .filter(vertex -> !hasNear(vertices, vertex))
              .count();
    }
    return strays;
  }

  private static boolean hasNear(KdTree vertices, Coordinate at) {
    Envelope window = new Envelope(at);
    window.expandBy(TWO_CENTIMETRES);
    List<?> near = vertices.query(window);
    return near.stream()
        .anyMatch(node -> ((KdNode) node).getCoordinate().distance(at) <= TWO_CENTIMETRES);
  }
}
