package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.encode.Representation.Body;
import org.slf4j.LoggerFactory;

/** A portal that stops interrupts whoever makes an export: nothing is left of it, and no alarm. */
class StoppedExportTest {
  @TempDir Path folder;
  private final ListAppender<ILoggingEvent> told = new ListAppender<>();
  private final Logger log = (Logger) LoggerFactory.getLogger(ExportMaking.class);

  @BeforeEach
  void listen() {
    told.start();
    log.addAppender(told);
  }

  @AfterEach
  void leave() {
    log.detachAppender(told);
  }

  private void requireNothingIsLeftOf(Body body) throws IOException {
    ExportShelf shelf = new ExportShelf(folder, 1 << 20, System::nanoTime);
    CopyName name = new CopyName("a", 1, "Ab_-9");
    ExportMaking making =
        new ExportMaking("a", Optional.of(name), ContentCoding.IDENTITY, body, shelf, 0, () -> {});
    making.run();
    assertThat(Thread.interrupted()).as("the thread knows that it was stopped").isTrue();
    assertThat(shelf.find(name)).isEmpty();
    assertThat(folder).isEmptyDirectory();
    assertThat(told.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
  }

  @Test
  void anExportThatIsStoppedInItsMiddleLeavesNothing() throws IOException {
    requireNothingIsLeftOf(
        out -> {
          out.write(new byte[1 << 16]);
          Thread.currentThread().interrupt();
          out.write(new byte[1 << 16]);
        });
  }

  @Test
  void anExportThatIsStoppedBeforeItIsKeptLeavesNothing() throws IOException {
    requireNothingIsLeftOf(
        out -> {
          out.write(new byte[1 << 16]);
          Thread.currentThread().interrupt();
        });
  }
}
