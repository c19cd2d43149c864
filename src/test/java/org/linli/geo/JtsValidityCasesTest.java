package org.linli.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.linli.RealData;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The validity cases of JTS' own XML tests, shrunk into the range of degrees. */
class JtsValidityCasesTest {

  /** Whole numbers up to 10,000 become multiples of 0.001, which lie on the grid. */
  private static final double SHRINK = 1000;

  private record Case(String name, Geometry geometry, boolean valid) {}

  @Test
  void eachCaseIsTakenRepairedOrRefusedAsItsValiditySays() throws Exception {
    int seen = 0;
    for (Case one : cases(RealData.file("adversarial/jts-xml"))) {
      Geometry lonLat = shrunk(one.geometry());
      if (lonLat.isEmpty() || CoordinateCheck.find(lonLat).isPresent() || isMixed(lonLat)) {
        continue;
      }
      seen++;
      RepairResult result = GeometryRepair.of(lonLat);
      if (one.valid()) {
        assertThat(result).as(one.name()).isInstanceOf(RepairResult.Valid.class);
      } else {
        assertUsableOrRefused(one, result);
      }
    }
    assertThat(seen).isGreaterThan(100);
  }

  private static void assertUsableOrRefused(Case one, RepairResult result) {
    if (result instanceof RepairResult.Repaired repaired) {
      assertThat(repaired.geometry().isValid()).as(one.name()).isTrue();
      assertThat(repaired.geometry().getDimension()).isEqualTo(one.geometry().getDimension());
    } else {
      assertThat(result).as(one.name()).isInstanceOf(RepairResult.Refused.class);
    }
  }

  private static boolean isMixed(Geometry geometry) {
    return UniformCollection.of(geometry).isEmpty();
  }

  private static Geometry shrunk(Geometry geometry) {
    return GeometryMap.map(
        geometry,
        xy -> {
          xy[0] /= SHRINK;
          xy[1] /= SHRINK;
        });
  }

  private static List<Case> cases(Path folder) throws Exception {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(any -> any.toString().contains("Valid")).sorted().toList()) {
        if (Files.isRegularFile(file) && file.toString().endsWith(".xml")) {
          addCases(file, cases);
        }
      }
    }
    return cases;
  }

  private static void addCases(Path file, List<Case> cases) throws Exception {
    NodeList nodes =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getElementsByTagName("case");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element node = (Element) nodes.item(i);
      Element op = (Element) node.getElementsByTagName("op").item(0);
      String wkt = text(node, "a");
      if (op.getAttribute("name").equals("isValid") && !wkt.matches("[0-9A-F]+")) {
        boolean valid = Boolean.parseBoolean(op.getTextContent().strip());
        String name = file.getFileName() + ": " + text(node, "desc");
        cases.add(new Case(name, new WKTReader().read(wkt), valid));
      }
    }
  }

  private static String text(Element parent, String tag) {
    return parent.getElementsByTagName(tag).item(0).getTextContent().strip();
  }
}
