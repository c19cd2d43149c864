package org.linli.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.linli.ingest.ImportProgress;

/** Shows on one line of a terminal how far an import is; on anything else it shows nothing. */
final class ProgressBar implements ImportProgress {
  private static final int WIDTH = 30;
  private static final long REDRAW_NANOS = 100_000_000;

  private final PrintWriter terminal;
  private final boolean visible;
  private volatile boolean cancelled;
  private long drawnAt = System.nanoTime();
  private boolean drawn;

  ProgressBar(PrintWriter terminal, boolean visible) {
    this.terminal = terminal;
    this.visible = visible;
  }

  @Override
  public void update(Stage stage, long rowsRead, long bytesRead, long bytesTotal) {
    long now = System.nanoTime();
    if (visible && now - drawnAt >= REDRAW_NANOS) {
      drawnAt = now;
      draw(stage, rowsRead, bytesTotal > 0 ? (double) bytesRead / bytesTotal : 0);
    }
  }

  private void draw(Stage stage, long rowsRead, double share) {
    int full = (int) Math.round(WIDTH * Math.min(1, share));
    terminal.printf(
        "\r%s [%s%s] %3.0f %%  %s ",
        Words.of("progress." + stage.name()),
        "#".repeat(full),
        " ".repeat(WIDTH - full),
        100 * Math.min(1, share),
        Words.of("progress.rows", String.format(Locale.ROOT, "%,d", rowsRead)));
    terminal.flush();
    drawn = true;
  }

  void clear() {
    if (drawn) {
      terminal.print("\r" + " ".repeat(WIDTH + 40) + "\r");
      terminal.flush();
    }
  }

  void cancel() {
    cancelled = true;
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }
}
