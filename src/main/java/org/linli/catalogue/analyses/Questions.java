package org.linli.catalogue.analyses;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.analysis.Analysis;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.CommunityTime;
import org.linli.analysis.LayerRole;
import org.linli.analysis.Parameter;
import org.linli.analysis.ParameterValues;
import org.linli.analysis.publication.PublicMoment;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.linli.layer.Parameters;
import org.linli.layer.TimeInterval;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PortalSnapshot;

/**
 * Reads what a request asks of an analysis: a parameter for each of its thresholds, {@code asOf},
 * and for staff one for each role, with the id of the layer that is to play it. Staff look from now
 * unless they say otherwise, the public from the latest moment that it may.
 */
public final class Questions {
  private final Clock clock;

  public Questions(Clock clock) {
    this.clock = clock;
  }

  /** The parameters that an analysis takes. */
  public static Set<String> parameters(Analysis analysis) {
    AnalysisDefinition definition = analysis.definition();
    return Stream.concat(
            definition.parameters().stream().map(Parameter::name),
            definition.roles().stream().map(LayerRole::name))
        .collect(Collectors.toSet());
  }

  /**
   * The question of a request; parameters that the analysis does not take are left aside.
   *
   * @throws InvalidParameterException if one is not usable; it names the parameter or the role
   */
  public Question of(
      Analysis analysis, PortalSnapshot portal, Audience audience, Parameters asked) {
    AnalysisDefinition definition = analysis.definition();
    Map<String, LayerView> layers = new TreeMap<>();
    Map<String, String> given = new TreeMap<>();
    for (LayerRole role : definition.roles()) {
      Optional<String> named = asked.find(role.name());
      find(role, named, portal, audience).ifPresent(view -> layers.put(role.name(), view));
      named.ifPresent(id -> given.put(role.name(), id));
    }
    Map<String, String> thresholds = new LinkedHashMap<>();
    for (Parameter parameter : definition.parameters()) {
      asked.find(parameter.name()).ifPresent(text -> thresholds.put(parameter.name(), text));
    }
    thresholds.computeIfAbsent(Parameter.AS_OF, name -> standardMoment(audience).toString());
    ParameterValues values = definition.values(thresholds, audience);
    requireMoment(values.asOf(), audience, layers);
    given.putAll(thresholds);
    given.put(Parameter.AS_OF, values.asOf().toString());
    return new Question(analysis, new TreeMap<>(layers), values, given);
  }

  private Instant standardMoment(Audience audience) {
    return audience == Audience.STAFF
        ? clock.instant().truncatedTo(ChronoUnit.MINUTES)
        : PublicMoment.latest(clock.instant());
  }

  private void requireMoment(Instant asOf, Audience audience, Map<String, LayerView> layers) {
    if (audience == Audience.PUBLIC) {
      PublicMoment.require(asOf, clock.instant());
    }
    layers.values().stream()
        .flatMap(layer -> layer.timeExtent().stream())
        .map(TimeInterval::start)
        .min(Instant::compareTo)
        .filter(asOf::isBefore)
        .ifPresent(
            earliest -> {
              throw beforeAll(earliest);
            });
  }

  /** Tells the day only: when somebody first came by is nobody's business. */
  private static InvalidParameterException beforeAll(Instant earliest) {
    String day = CommunityTime.dayOf(earliest.toEpochMilli()).plusDays(1).toString();
    return new InvalidParameterException(
        Parameter.AS_OF,
        new LocalText(
            "参数「asOf」早于全部记录：请给 " + day + " 或以后的时刻。",
            "This asOf is before all records: give a moment on or after " + day + ".",
            "«asOf» ནི་ཟིན་ཐོ་ཚང་མའི་སྔོན་ཡིན། " + day + " ཡན་ཆད་ཀྱི་དུས་ཚོད་སྤྲོད་རོགས།"));
  }

  private static Optional<LayerView> find(
      LayerRole role, Optional<String> named, PortalSnapshot portal, Audience audience) {
    String id = named.orElse(role.standard());
    if (audience == Audience.PUBLIC && !id.equals(role.standard())) {
      throw fixed(role, id);
    }
    Optional<LayerView> view = portal.findView(id, Audience.STAFF);
    if (view.isEmpty() && (role.required() || named.isPresent())) {
      throw absent(role, id, portal, audience);
    }
    if (role.required() && view.get().count() == 0) {
      throw empty(role, id);
    }
    if (view.isPresent() && needsPlaces(role) && !view.get().definition().hasGeometry()) {
      throw placeless(role, id);
    }
    return view;
  }

  /** Whoever stands in for a layer with places must have some. */
  private static boolean needsPlaces(LayerRole role) {
    return BuiltInLayers.find(role.standard()).filter(LayerDefinition::hasGeometry).isPresent();
  }

  private static InvalidParameterException placeless(LayerRole role, String id) {
    String name = role.name();
    return new InvalidParameterException(
        name,
        new LocalText(
            "图层「" + id + "」没有位置，不能用作「" + name + "」：请用参数「" + name + "」换一个。",
            "The layer «"
                + id
                + "» has no places, so it cannot be the "
                + name
                + ": name another"
                + " by the parameter "
                + name
                + ".",
            "བང་རིམ་ «" + id + "» ལ་གནས་མེད་པས་ «" + name + "» བྱེད་མི་ཐུབ། གཞན་ཞིག་སྟོན་རོགས།"));
  }

  private static InvalidParameterException fixed(LayerRole role, String id) {
    String name = role.name();
    String shown = Parameters.shown(id);
    return new InvalidParameterException(
        name,
        new LocalText(
            "公开数据的「" + name + "」固定为图层「" + role.standard() + "」，不能换成「" + shown + "」。",
            "For the public the "
                + name
                + " are the layer "
                + role.standard()
                + ", not «"
                + shown
                + "».",
            "མང་ཚོགས་ལ་ «" + name + "» ནི་བང་རིམ་ «" + role.standard() + "» ཁོ་ན་ཡིན།"),
        List.of(role.standard()));
  }

  private static InvalidParameterException absent(
      LayerRole role, String id, PortalSnapshot portal, Audience audience) {
    String name = role.name();
    String shown = Parameters.shown(id);
    return new InvalidParameterException(
        name,
        new LocalText(
            "没有图层「" + shown + "」可用作「" + name + "」：请导入，或用参数「" + name + "」换一个。",
            "There is no layer «"
                + shown
                + "» to be the "
                + name
                + ": import it, or name another"
                + " by the parameter "
                + name
                + ".",
            "«"
                + name
                + "» བྱེད་པའི་བང་རིམ་ «"
                + shown
                + "» མེད། ནང་འདྲེན་བྱེད་པའམ་གཞན་ཞིག་སྟོན་རོགས།"),
        portal.listViews(audience).map(view -> view.definition().id()).toList());
  }

  private static InvalidParameterException empty(LayerRole role, String id) {
    String name = role.name();
    return new InvalidParameterException(
        name,
        new LocalText(
            "作为「" + name + "」的图层「" + id + "」是空的：请先导入数据，或用参数「" + name + "」换一个。",
            "The layer «"
                + id
                + "» that is to be the "
                + name
                + " is empty: import something, or"
                + " name another by the parameter "
                + name
                + ".",
            "«"
                + name
                + "» བྱེད་པའི་བང་རིམ་ «"
                + id
                + "» སྟོང་པ་ཡིན། གཞི་གྲངས་ནང་འདྲེན་བྱེད་པའམ་གཞན་ཞིག་སྟོན་རོགས།"));
  }
}
