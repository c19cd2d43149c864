package org.linli.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.linli.ingest.ImportJob;
import org.linli.ingest.ImportJob.Status;
import tools.jackson.databind.JsonNode;

/**
 * Tells a job's life as server-sent events: {@code progress} with each change, and {@code end} with
 * the whole job once it is over. They are written by the thread of the request, so that a reader
 * who is slow slows nobody but itself: it misses steps between, never the end.
 */
final class JobEvents {
  /** After so long without news, a comment shows whether anyone is still there. */
  private static final Duration QUIET = Duration.ofSeconds(15);

  private final ImportJob job;
  private final JobDocuments documents;

  JobEvents(ImportJob job, JobDocuments documents) {
    this.job = job;
    this.documents = documents;
  }

  void writeTo(HttpServletResponse response) throws IOException {
    response.setContentType("text/event-stream;charset=UTF-8");
    response.setHeader("Cache-Control", "private, no-store");
    // A proxy that gathers a whole answer first would show nothing until the end.
    response.setHeader("X-Accel-Buffering", "no");
    OutputStream out = response.getOutputStream();
    try {
      write(out);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(OutputStream out) throws IOException, InterruptedException {
    Status status = job.status();
    while (!status.state().isOver()) {
      event(out, "progress", status.number(), documents.summary(job, status));
      Status next = job.awaitChange(status.number(), QUIET);
      while (next.number() == status.number()) {
        send(out, ":\n\n");
        next = job.awaitChange(status.number(), QUIET);
      }
      status = next;
    }
    event(out, "end", status.number(), documents.json(job, status));
  }

  private static void event(OutputStream out, String name, long number, JsonNode data)
      throws IOException {
    send(out, "event: " + name + "\nid: " + number + "\ndata: " + data + "\n\n");
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
