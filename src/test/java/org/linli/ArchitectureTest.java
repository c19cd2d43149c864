package org.linli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The architecture, as a table: a room knows only those before it. */
@AnalyzeClasses(packages = "org.linli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final List<String> ROOMS =
      List.of(
          "geo",
          "layer",
          "gpkg",
          "store",
          "snapshot",
          "ingest",
          "analysis",
          "encode",
          "catalogue",
          "demo");
  private static final List<String> FACES =
      List.of("ogcapi", "insight", "portal", "intake", "opendata", "account");
  private static final List<String> OVER_ALL = List.of("http", "config", "cli");

  private static String[] packages(List<String> rooms) {
    return rooms.stream().map(room -> "org.linli." + room + "..").toArray(String[]::new);
  }

  private static void check(JavaClasses classes, ArchRule rule) {
    rule.allowEmptyShould(true).check(classes);
  }

  @ArchTest
  static void aRoomKnowsOnlyTheRoomsBeforeIt(JavaClasses classes) {
    for (int i = 0; i < ROOMS.size(); i++) {
      String[] allowed = packages(ROOMS.subList(0, i + 1));
      check(classes, knowsOnly("org.linli." + ROOMS.get(i) + "..", allowed));
    }
  }

  private static ArchRule knowsOnly(String room, String... allowed) {
    DescribedPredicate<JavaClass> foreign =
        resideInAnyPackage("org.linli..").and(resideOutsideOfPackages(allowed));
    return noClasses().that().resideInAPackage(room).should().dependOnClassesThat(foreign);
  }

  @ArchTest
  static void aFaceKnowsNoOtherFace(JavaClasses classes) {
    for (String face : FACES) {
      List<String> others = FACES.stream().filter(other -> !other.equals(face)).toList();
      check(
          classes,
          noClasses()
              .that()
              .resideInAPackage("org.linli." + face + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(packages(others)));
    }
  }

  @ArchTest
  static final ArchRule EVERY_CLASS_HAS_A_ROOM =
      classes()
          .should()
          .resideInAnyPackage(
              Stream.of(
                      new String[] {"org.linli"},
                      packages(ROOMS),
                      packages(FACES),
                      packages(OVER_ALL))
                  .flatMap(Arrays::stream)
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule ROOMS_ARE_FREE_OF_CYCLES =
      slices().matching("org.linli.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_STORES_SPEAK_SQL =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.linli.gpkg..", "org.linli.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..");

  @ArchTest
  static final ArchRule ONLY_GEO_KNOWS_GEOTOOLS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.linli.geo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.geotools..", "org.opengis..", "javax.measure..");

  @ArchTest
  static final ArchRule WHAT_LEAVES_THE_PORTAL_LEAVES_THROUGH_A_VIEW =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.linli.encode..",
              "org.linli.analysis..",
              "org.linli.catalogue..",
              "org.linli.ogcapi..",
              "org.linli.insight..",
              "org.linli.portal..",
              "org.linli.intake..",
              "org.linli.opendata..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.linli.snapshot.LayerSnapshot")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule ANALYSES_ARE_PURE =
      noClasses()
          .that()
          .resideInAPackage("org.linli.analysis..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "jakarta.servlet..", "org.linli.store..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule THE_CORE_NEEDS_NO_FRAMEWORK =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.linli.geo..",
              "org.linli.layer..",
              "org.linli.gpkg..",
              "org.linli.store..",
              "org.linli.snapshot..",
              "org.linli.ingest..",
              "org.linli.encode..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "jakarta.servlet..")
          .allowEmptyShould(true);
}
