package org.linli.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.linli.encode.Representation;
import org.linli.ingest.ImportJob;
import org.linli.ingest.ImportJobs;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.linli.layer.RefusedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Imports over HTTP, for staff: a form starts a job, which can be watched and cancelled. */
@Controller
final class ImportsController {
  private static final int WATCHERS = 32;
  private static final Set<String> QUERY = Set.of("lang");

  private final ImportJobs jobs;
  private final UploadReader uploads;
  private final Semaphore watchers = new Semaphore(WATCHERS);

  ImportsController(ImportJobs jobs, IntakeSettings settings, UploadFolder folder) {
    this.jobs = jobs;
    this.uploads =
        new UploadReader(folder.path(), settings.maxUpload().toBytes(), ImportForm.NAMES);
  }

  @PostMapping(JobDocuments.PATH)
  Representation begin(
      Parameters query, Locale locale, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    query.requireOnly(QUERY);
    try (ImportJobs.Place place = jobs.findPlace().orElseThrow(ImportsController::full)) {
      ImportJob job = start(place, uploads.read(request));
      response.setStatus(HttpServletResponse.SC_ACCEPTED);
      return new JobDocuments(locale).of(job);
    }
  }

  private static ImportJob start(ImportJobs.Place place, Upload upload) throws IOException {
    boolean started = false;
    try {
      ImportForm form = new ImportForm(upload);
      ImportJob job = place.start(form.request(), form.isCheck());
      started = true;
      return job;
    } finally {
      if (!started) {
        upload.remove();
      }
    }
  }

  @GetMapping(JobDocuments.PATH)
  Representation list(Parameters query, Locale locale) {
    query.requireOnly(QUERY);
    return new JobDocuments(locale).of(jobs.list());
  }

  @GetMapping(JobDocuments.PATH + "/{id}")
  Representation job(@PathVariable String id, Parameters query, Locale locale) {
    query.requireOnly(QUERY);
    return new JobDocuments(locale).of(get(id));
  }

  /** Of a job that is over, nothing is cancelled: the answer says how it ended. */
  @DeleteMapping(JobDocuments.PATH + "/{id}")
  Representation cancel(
      @PathVariable String id, Parameters query, Locale locale, HttpServletResponse response) {
    query.requireOnly(QUERY);
    ImportJob job = get(id);
    job.cancel();
    if (!job.status().state().isOver()) {
      response.setStatus(HttpServletResponse.SC_ACCEPTED);
    }
    return new JobDocuments(locale).of(job);
  }

  @GetMapping(JobDocuments.PATH + "/{id}/events")
  void events(
      @PathVariable String id, Parameters query, Locale locale, HttpServletResponse response)
      throws IOException {
    query.requireOnly(QUERY);
    JobEvents events = new JobEvents(get(id), new JobDocuments(locale));
    if (!watchers.tryAcquire()) {
      throw full();
    }
    try {
      events.writeTo(response);
    } finally {
      watchers.release();
    }
  }

  private ImportJob get(String id) {
    return jobs.find(id).orElseThrow(() -> NotFoundException.ofImport(Parameters.shown(id)));
  }

  private static RefusedException full() {
    return new RefusedException(
        503,
        new LocalText(
            "正在进行的导入已达上限，请稍后再试。",
            "As many imports are under way as may; try again in a few seconds.",
            "ནང་འདྲེན་ཚད་ལ་སླེབས་འདུག ཅུང་ཟད་ནས་ཡང་བསྐྱར་ཚོད་ལྟ་གནང་།"));
  }
}
