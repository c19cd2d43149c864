package org.linli.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.linli.layer.Audience;
import org.linli.layer.Feature;

/** Asks what would be otherwise, and works the same out from nothing. */
public final class Alternatives {
  private static final double LENIENCE = 1e-9;

  private Alternatives() {}

  /** Fails unless both say the same, to the last number. Gives how many rows would be otherwise. */
  public static int requireSame(
      String what,
      Analysis analysis,
      AnalysisInputs inputs,
      Map<String, String> parameters,
      Map<String, Overlay> overlays) {
    ParameterValues values = analysis.definition().values(parameters, Audience.STAFF);
    Workings workings = analysis.workings(inputs, values, Cancellation.NONE);
    Alternative told = workings.alternative(overlays, Cancellation.NONE);
    AnalysisResult was =
        analysis.result(new AnalysisInputs(inputs.views()), values, Cancellation.NONE);
    AnalysisInputs nothing = new AnalysisInputs(Overlay.laidOver(inputs, overlays).views());
    AnalysisResult is = analysis.result(nothing, values, Cancellation.NONE);
    same(what + " (before)", workings.result().metrics(), was.metrics());
    Alternative anew = Alternative.of(was, is);
    same(what, told.metrics(), anew.metrics());
    sameSeries(what, told.series(), anew.series());
    assertThat(told.changes()).as(what).hasSameSizeAs(anew.changes());
    for (int i = 0; i < anew.changes().size(); i++) {
      same(what, told.changes().get(i), anew.changes().get(i));
    }
    return anew.changes().stream().mapToInt(LayerChanges::count).sum();
  }

  private static void same(String what, List<Metric> told, List<Metric> anew) {
    assertThat(told.stream().map(Metric::id)).as(what).containsExactlyElementsOf(ids(anew));
    for (int i = 0; i < anew.size(); i++) {
      same(what + ": " + anew.get(i).id(), told.get(i), anew.get(i));
    }
  }

  private static List<String> ids(List<Metric> metrics) {
    return metrics.stream().map(Metric::id).toList();
  }

  private static void same(String what, Metric told, Metric anew) {
    same(what, told.value(), anew.value());
    same(what + " (numerator)", told.numerator(), anew.numerator());
    same(what + " (denominator)", told.denominator(), anew.denominator());
    assertThat(told.absence()).as(what).isEqualTo(anew.absence());
    assertThat(told.atLeast()).as(what).isEqualTo(anew.atLeast());
    assertThat(told.counted().codes()).as(what).isEqualTo(anew.counted().codes());
    assertThat(left(told)).as(what).isEqualTo(left(anew));
  }

  private static List<String> left(Metric metric) {
    return metric.exclusions().stream()
        .map(exclusion -> exclusion.reason() + " " + exclusion.rows().codes())
        .toList();
  }

  private static void same(String what, OptionalDouble told, OptionalDouble anew) {
    assertThat(told.isPresent()).as(what).isEqualTo(anew.isPresent());
    if (anew.isPresent()) {
      double expected = anew.getAsDouble();
      assertThat(Math.abs(told.getAsDouble() - expected))
          .as("%s: %s, not %s", what, told, anew)
          .isLessThanOrEqualTo(LENIENCE * Math.abs(expected));
    }
  }

  private static void sameSeries(String what, List<Series> told, List<Series> anew) {
    assertThat(told.stream().map(Series::id))
        .as(what)
        .isEqualTo(anew.stream().map(Series::id).toList());
    for (int i = 0; i < anew.size(); i++) {
      List<Series.Point> points = anew.get(i).points();
      assertThat(told.get(i).points()).as(what).hasSameSizeAs(points);
      for (int p = 0; p < points.size(); p++) {
        String where = what + ": " + anew.get(i).id() + " " + points.get(p).key();
        assertThat(told.get(i).points().get(p).key()).isEqualTo(points.get(p).key());
        same(where, told.get(i).points().get(p).value(), points.get(p).value());
      }
    }
  }

  private static void same(String what, LayerChanges told, LayerChanges anew) {
    String where = what + ": rows of " + anew.definition().id();
    assertThat(told.definition()).isEqualTo(anew.definition());
    assertThat(told.count()).as(where).isEqualTo(anew.count());
    assertThat(told.rows().stream().map(LayerChanges.Row::code))
        .as(where)
        .containsExactlyElementsOf(anew.rows().stream().map(LayerChanges.Row::code).toList());
    for (int i = 0; i < anew.rows().size(); i++) {
      LayerChanges.Row row = anew.rows().get(i);
      String code = where + " " + row.code();
      assertThat(text(told.rows().get(i).before())).as(code).isEqualTo(text(row.before()));
      assertThat(text(told.rows().get(i).after())).as(code).isEqualTo(text(row.after()));
    }
  }

  private static List<String> text(Optional<Feature> feature) {
    return feature
        .map(some -> Arrays.stream(some.values()).map(Alternatives::rounded).toList())
        .orElse(List.of());
  }

  private static String rounded(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.8g", number)
        : String.valueOf(value);
  }
}
