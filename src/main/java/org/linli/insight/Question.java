package org.linli.insight;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.linli.analysis.Analysis;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.CommunityTime;
import org.linli.analysis.LayerRole;
import org.linli.analysis.Parameter;
import org.linli.analysis.ParameterValues;
import org.linli.analysis.PublishedResult;
import org.linli.layer.Audience;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PortalSnapshot;

/**
 * One analysis with its layers and parameters, as a request asks for it. The moment is settled
 * here, once: every link of the answer carries it.
 *
 * @param views what the analysis reads, as staff see it, by role
 * @param query the parameters as they were given, with the moment, for links
 */
record Question(
    Analysis analysis,
    UUID storeId,
    Map<String, LayerView> views,
    ParameterValues values,
    Audience audience,
    Map<String, String> query) {

  /**
   * @throws InvalidParameterException if a parameter or a layer cannot be used
   */
  static Question of(
      Analysis analysis,
      Parameters parameters,
      Audience audience,
      PortalSnapshot portal,
      Clock clock) {
    Map<String, String> query = given(parameters);
    Map<String, LayerView> views = views(analysis.definition(), query, audience, portal);
    Map<String, String> values = new HashMap<>(query);
    analysis.definition().roles().forEach(role -> values.remove(role.name()));
    values.computeIfAbsent(Parameter.AS_OF, name -> now(audience, clock));
    ParameterValues checked = analysis.definition().values(values, audience);
    if (audience == Audience.PUBLIC) {
      PublishedResult.requireAsOf(checked.asOf(), clock.instant());
    }
    query.put(Parameter.AS_OF, inCommunity(checked.asOf()));
    return new Question(analysis, portal.storeId(), views, checked, audience, query);
  }

  private static Map<String, String> given(Parameters parameters) {
    Map<String, String> given = new LinkedHashMap<>();
    parameters.names().forEach(name -> parameters.find(name).ifPresent(v -> given.put(name, v)));
    return given;
  }

  /** For staff this minute, for the public the latest moment that is published. */
  private static String now(Audience audience, Clock clock) {
    Instant now = clock.instant();
    return inCommunity(
        audience == Audience.PUBLIC
            ? PublishedResult.latestAsOf(now)
            : now.truncatedTo(ChronoUnit.MINUTES));
  }

  private static String inCommunity(Instant instant) {
    OffsetDateTime there = CommunityTime.at(instant.toEpochMilli()).toOffsetDateTime();
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there);
  }

  private static Map<String, LayerView> views(
      AnalysisDefinition definition,
      Map<String, String> query,
      Audience audience,
      PortalSnapshot portal) {
    Map<String, LayerView> views = new HashMap<>();
    for (LayerRole role : definition.roles()) {
      String named = query.get(role.name());
      if (named == null) {
        portal
            .findView(role.standard(), Audience.STAFF)
            .ifPresent(view -> views.put(role.name(), view));
      } else {
        requireMayChoose(role, named, audience);
        views.put(
            role.name(),
            portal
                .findView(named, Audience.STAFF)
                .orElseThrow(() -> NotFoundException.ofLayer(Parameters.shown(named))));
      }
    }
    return views;
  }

  /** Numbers about a layer of one's own choice would tell what it hides. */
  private static void requireMayChoose(LayerRole role, String named, Audience audience) {
    if (audience == Audience.PUBLIC && !named.equals(role.standard())) {
      String standard = role.standard();
      throw new InvalidParameterException(
          role.name(),
          new LocalText(
              "公开分析的「" + role.name() + "」只能是图层「" + standard + "」。",
              "For the public, " + role.name() + " can only be the layer " + standard + ".",
              "མི་མང་ལ་ «" + role.name() + "» ནི་བང་རིམ་ «" + standard + "» ཁོ་ན་ཡིན།"),
          List.of(standard));
    }
  }

  /** When the newest of its layers was changed. */
  Instant lastModified() {
    return views.values().stream()
        .map(LayerView::committedAt)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** What the answer depends on: the same question of the same layers has the same answer. */
  Object key() {
    Map<String, String> editions = new TreeMap<>();
    views.forEach(
        (role, view) -> editions.put(role, view.definition().id() + "@" + view.version()));
    return List.of(storeId, analysis.definition().id(), editions, new TreeMap<>(values.asMap()));
  }
}
