package org.linli.catalogue.releases;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.linli.catalogue.releases.Release.Changes;

/**
 * Tells how a dataset differs from the same one before, by key: a line for each row, {@code +} for
 * one that was added, {@code -} for one that is gone, {@code ~} with the fields that changed. A
 * field that only one of them has is told once, at the top, and changes no row.
 */
final class Comparison {
  private static final int EXAMPLES = 20;

  private final RowPrints.Reader before;
  private final RowPrints.Reader after;
  private final Writer lines;
  private final List<String> common;
  private final List<String> examples = new ArrayList<>();
  private long added;
  private long removed;
  private long changed;

  private Comparison(RowPrints.Reader before, RowPrints.Reader after, Writer lines) {
    this.before = before;
    this.after = after;
    this.lines = lines;
    this.common = after.names().stream().filter(before.names()::contains).toList();
  }

  /**
   * @param file the name of what is written
   */
  static Changes write(Path before, Path after, String file, OutputStream out) throws IOException {
    try (RowPrints.Reader old = new RowPrints.Reader(before);
        RowPrints.Reader fresh = new RowPrints.Reader(after);
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      return new Comparison(old, fresh, lines).changes(file);
    }
  }

  private Changes changes(String file) throws IOException {
    List<String> gained = only(after.names(), before.names());
    List<String> lost = only(before.names(), after.names());
    for (String name : gained) {
      lines.write("+ [" + name + "]\n");
    }
    for (String name : lost) {
      lines.write("- [" + name + "]\n");
    }
    while (before.hasRow() || after.hasRow()) {
      step();
    }
    return new Changes(added, removed, changed, gained, lost, List.copyOf(examples), file);
  }

  private static List<String> only(List<String> these, List<String> others) {
    return these.stream().filter(name -> !others.contains(name)).toList();
  }

  private void step() throws IOException {
    int order = order();
    if (order > 0) {
      added++;
      tell("+ " + after.code());
      after.next();
    } else if (order < 0) {
      removed++;
      tell("- " + before.code());
      before.next();
    } else {
      compare();
      before.next();
      after.next();
    }
  }

  private int order() {
    if (!before.hasRow()) {
      return 1;
    }
    return after.hasRow() ? before.compareCode(after) : -1;
  }

  private void compare() throws IOException {
    if (after.isSameRow(before)) {
      return;
    }
    List<String> parts =
        common.stream().filter(name -> !after.part(name).equals(before.part(name))).toList();
    if (!parts.isEmpty() || after.names().equals(before.names())) {
      changed++;
      tell("~ " + after.code() + ": " + String.join(", ", parts));
    }
  }

  private void tell(String line) throws IOException {
    lines.write(line + "\n");
    if (examples.size() < EXAMPLES) {
      examples.add(line);
    }
  }
}
