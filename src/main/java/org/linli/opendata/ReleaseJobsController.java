package org.linli.opendata;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.linli.catalogue.Site;
import org.linli.catalogue.releases.ReleaseJob;
import org.linli.catalogue.releases.ReleaseJob.Status;
import org.linli.catalogue.releases.ReleaseJobs;
import org.linli.encode.JsonDocument;
import org.linli.encode.Representation;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Making releases, for staff: a job that can be watched until there is a release. */
@Controller
final class ReleaseJobsController {
  private static final String PATH = "/staff/api/releases";

  private final ReleaseJobs jobs;

  ReleaseJobsController(ReleaseJobs jobs) {
    this.jobs = jobs;
  }

  record JobList(List<JobDocument> jobs) {}

  record JobDocument(
      String id,
      String href,
      Instant asked_at,
      String state,
      boolean over,
      ProgressDocument progress,
      Optional<String> message,
      Optional<String> release,
      Optional<String> url) {}

  record ProgressDocument(Optional<String> layer, int files, int files_total) {}

  /** Freezes what the public may see now. */
  @PostMapping(PATH)
  Representation begin(
      Site site, Locale language, Parameters parameters, HttpServletResponse response) {
    requireLanguage(parameters);
    JobDocument document = document(jobs.start(), site, language);
    response.setStatus(HttpServletResponse.SC_ACCEPTED);
    response.setHeader("Location", document.href());
    return JsonDocument.of(document);
  }

  @GetMapping(PATH)
  Representation list(Site site, Locale language, Parameters parameters) {
    requireLanguage(parameters);
    return JsonDocument.of(
        new JobList(jobs.list().stream().map(job -> document(job, site, language)).toList()));
  }

  @GetMapping(PATH + "/{job}")
  Representation one(@PathVariable String job, Site site, Locale language, Parameters parameters) {
    requireLanguage(parameters);
    return JsonDocument.of(document(jobs.find(job).orElseThrow(() -> noJob(job)), site, language));
  }

  /** Of a job that is over, nothing is cancelled: the answer says how it ended. */
  @DeleteMapping(PATH + "/{job}")
  Representation cancel(
      @PathVariable String job,
      Site site,
      Locale language,
      Parameters parameters,
      HttpServletResponse response) {
    requireLanguage(parameters);
    ReleaseJob asked = jobs.find(job).orElseThrow(() -> noJob(job));
    asked.cancel();
    if (!asked.status().state().isOver()) {
      response.setStatus(HttpServletResponse.SC_ACCEPTED);
    }
    return JsonDocument.of(document(asked, site, language));
  }

  private static void requireLanguage(Parameters parameters) {
    parameters.requireOnly(Set.of("lang")).oneOf("lang", DatasetsController.LANGUAGES);
  }

  private static JobDocument document(ReleaseJob job, Site site, Locale language) {
    Status status = job.status();
    ReleaseJob.Progress progress = status.progress();
    return new JobDocument(
        job.id(),
        PATH + "/" + job.id(),
        job.askedAt(),
        status.state().key(),
        status.state().isOver(),
        new ProgressDocument(progress.layerId(), progress.filesMade(), progress.filesTotal()),
        status.message().map(message -> message.in(language)),
        status.release().map(release -> release.id()),
        status.release().map(release -> ReleaseDocuments.url(release, site)));
  }

  private static NotFoundException noJob(String id) {
    String shown = Parameters.shown(id);
    return new NotFoundException(
        new LocalText(
            "没有生成数据发布的任务「" + shown + "」。列表见 " + PATH + "。",
            "There is no making of a release «" + shown + "». They are listed at " + PATH + ".",
            "གཏན་འབེབས་བཟོ་བའི་ལས་ཀ «" + shown + "» མེད། " + PATH + " ལ་གཟིགས།"));
  }
}
