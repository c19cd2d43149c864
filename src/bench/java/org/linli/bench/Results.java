package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers the figures of a run and writes them as one Markdown page. */
final class Results {
  private static final Logger LOG = LoggerFactory.getLogger(Results.class);

  private final Path page;
  private final String preface;
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Results(Path page, String preface) {
    this.page = page;
    this.preface = preface;
  }

  /** Takes a figure; the page is written anew each time, so that a run cut short leaves one. */
  void add(Figure figure) {
    LOG.info("{}", figure.row());
    figures.add(figure);
    write();
  }

  /** Takes a remark that the reader of the figures needs. */
  void note(String note) {
    LOG.info("{}", note);
    notes.add(note);
    write();
  }

  private void write() {
    StringBuilder text = new StringBuilder(preface);
    text.append("\n| what | ours | rival | ours ÷ rival | target | met |\n");
    text.append("|---|---|---|---|---|---|\n");
    figures.forEach(figure -> text.append(figure.row()).append('\n'));
    text.append('\n');
    notes.forEach(note -> text.append("- ").append(note).append('\n'));
    try {
      Files.writeString(page, text);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException("The results could not be written.", failed);
    }
  }
}
