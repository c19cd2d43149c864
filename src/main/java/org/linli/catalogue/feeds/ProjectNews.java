package org.linli.catalogue.feeds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.linli.catalogue.Site;
import org.linli.layer.Code;
import org.linli.layer.Field;
import org.linli.layer.LayerQuery;
import org.linli.layer.TimeInterval;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.RowCursor;

/**
 * Projects as news: each once, under its title, dated by the day on which it came to where it
 * stands ({@code built_at} for a project that is built), or where that is not known by its last
 * update.
 */
final class ProjectNews {
  private final LayerView view;
  private final Locale language;
  private final Site site;

  ProjectNews(LayerView view, Locale language, Site site) {
    this.view = view;
    this.language = language;
    this.site = site;
  }

  /**
   * @param chosen which of them
   * @param ids the entry's IRI by the project's code
   */
  List<FeedEntry> newest(int limit, LayerQuery chosen, UnaryOperator<String> ids) {
    List<FeedEntry> all = new ArrayList<>();
    RowCursor row = view.rows(chosen);
    while (row.next()) {
      all.add(entry(row, ids.apply(row.code())));
    }
    all.sort(
        Comparator.comparing(FeedEntry::updatedAt).reversed().thenComparing(FeedEntry::address));
    return List.copyOf(all.subList(0, Math.min(limit, all.size())));
  }

  private FeedEntry entry(RowCursor row, String id) {
    Optional<String> status = status(row);
    String title = text(row, "title").orElse(row.code());
    return new FeedEntry(
        id,
        status.map(stage -> title + " · " + stage).orElse(title),
        text(row, "story").orElse(""),
        site.at("/projects/" + Site.segment(row.code())),
        moment(row));
  }

  private Optional<String> status(RowCursor row) {
    Optional<String> code = value(row, "status").map(Object::toString);
    return code.map(
        known ->
            view.definition().findField("status").map(Field::codes).orElse(List.of()).stream()
                .filter(one -> one.code().equals(known))
                .map(Code::title)
                .map(title -> title.in(language))
                .findFirst()
                .orElse(known));
  }

  private Instant moment(RowCursor row) {
    Optional<Object> day = value(row, "status").flatMap(status -> value(row, status + "_at"));
    if (day.isPresent() && day.get() instanceof LocalDate date) {
      return date.atStartOfDay(TimeInterval.COMMUNITY).toInstant();
    }
    Optional<Object> updated = value(row, "updated_at");
    return updated.isPresent() && updated.get() instanceof Instant instant
        ? instant
        : view.committedAt();
  }

  private Optional<String> text(RowCursor row, String field) {
    return value(row, field + "_" + language.getLanguage())
        .or(() -> value(row, field))
        .map(Object::toString);
  }

  private Optional<Object> value(RowCursor row, String field) {
    OptionalInt index = view.definition().findIndex(field);
    return index.isPresent() ? Optional.ofNullable(row.value(index.getAsInt())) : Optional.empty();
  }
}
