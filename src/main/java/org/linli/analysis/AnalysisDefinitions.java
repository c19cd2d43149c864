package org.linli.analysis;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The analyses that the portal knows, each defined in {@code analyses/{id}.yaml}. */
public final class AnalysisDefinitions {
  // One a line, in the order in which they are shown.
  private static final List<String> IDS =
      List.of(
          "patrol", //
          "next_round", //
          "access", //
          "hazard", //
          "impact", //
          "equity" //
          );

  private AnalysisDefinitions() {}

  /** Read once, when one is first asked for. */
  private static final class Read {
    private static final List<AnalysisDefinition> ALL =
        IDS.stream().map(DefinitionReader::read).toList();
    private static final java.util.Map<String, AnalysisDefinition> BY_ID =
        ALL.stream().collect(Collectors.toMap(AnalysisDefinition::id, Function.identity()));
  }

  public static List<AnalysisDefinition> list() {
    return Read.ALL;
  }

  public static Optional<AnalysisDefinition> find(String id) {
    return Optional.ofNullable(Read.BY_ID.get(id));
  }

  /**
   * @throws NoSuchElementException if there is no such analysis
   */
  public static AnalysisDefinition get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "There is no analysis " + id + ": there are " + String.join(", ", IDS)));
  }
}
