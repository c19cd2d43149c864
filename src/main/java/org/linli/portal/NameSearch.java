package org.linli.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.Block;
import org.linli.snapshot.Column.TextColumn;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PackedText;

/**
 * Finds features by name or code, without regard to case and width. Each distinct name is looked at
 * once, each row once; no more than {@code limit} finds are held. Exact names come first, then
 * names that begin with the text, then those that contain it; the shorter before the longer.
 */
final class NameSearch {
  /** How well a text fits, the best first. */
  private static final int EXACT = 0;

  private static final int BEGINNING = 1;
  private static final int INSIDE = 2;
  private static final int NOT = 3;

  private static final Comparator<Found> BEST_FIRST =
      Comparator.comparingInt(Found::rank)
          .thenComparingInt(Found::length)
          .thenComparingInt(Found::layerPlace)
          .thenComparing(Found::code);

  private final FoldedText wanted;
  private final FoldedText candidate = new FoldedText();
  private final int limit;
  private final PriorityQueue<Found> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());

  private NameSearch(String text, int limit) {
    this.wanted = FoldedText.of(text);
    this.limit = limit;
  }

  /**
   * A feature that fits.
   *
   * @param length of the code in bytes, the tie-breaker among equally good fits
   */
  record Found(
      LayerView view, int layerPlace, Block block, int row, int rank, int length, String code) {}

  /** The best fits for a text that is not empty, best first. */
  static List<Found> find(List<LayerView> views, String text, int limit) {
    NameSearch search = new NameSearch(text, limit);
    for (int place = 0; place < views.size(); place++) {
      search.look(views.get(place), place);
    }
    List<Found> found = new ArrayList<>(search.worstFirst);
    found.sort(BEST_FIRST);
    return found;
  }

  private void look(LayerView view, int place) {
    for (Block block : view.blocks()) {
      List<Ranked> names =
          nameFields(view.definition())
              .mapToObj(block::column)
              .filter(TextColumn.class::isInstance)
              .map(column -> ranked((TextColumn) column))
              .toList();
      for (int row = 0; row < block.size(); row++) {
        if (block.isLive(row)) {
          consider(view, place, block, row, names);
        }
      }
    }
  }

  /** The field of the name, and those of the name in other languages. */
  static IntStream nameFields(LayerDefinition definition) {
    return definition.nameField().stream()
        .flatMap(name -> Stream.of(name, name + "_en", name + "_bo"))
        .map(definition::findIndex)
        .flatMapToInt(OptionalInt::stream);
  }

  /** A column of names, with the fit of each name in its dictionary. */
  private record Ranked(TextColumn column, byte[] ranks) {
    int rank(int row) {
      int id = column.id(row);
      return id < 0 ? NOT : ranks[id];
    }
  }

  private Ranked ranked(TextColumn column) {
    PackedText dictionary = column.dictionary();
    byte[] ranks = new byte[dictionary.size()];
    for (int id = 0; id < ranks.length; id++) {
      ranks[id] = (byte) rank(dictionary, id);
    }
    return new Ranked(column, ranks);
  }

  private int rank(PackedText texts, int number) {
    candidate.set(texts.bytes(), texts.start(number), texts.length(number));
    int at = candidate.indexOf(wanted);
    if (at < 0) {
      return NOT;
    }
    return at > 0 ? INSIDE : candidate.length() == wanted.length() ? EXACT : BEGINNING;
  }

  private void consider(LayerView view, int place, Block block, int row, List<Ranked> names) {
    int rank = rank(block.codes(), row);
    for (Ranked name : names) {
      rank = Math.min(rank, name.rank(row));
    }
    if (rank < NOT && (worstFirst.size() < limit || rank <= worstFirst.peek().rank())) {
      int length = block.codes().length(row);
      worstFirst.add(new Found(view, place, block, row, rank, length, block.codes().get(row)));
      if (worstFirst.size() > limit) {
        worstFirst.poll();
      }
    }
  }
}
