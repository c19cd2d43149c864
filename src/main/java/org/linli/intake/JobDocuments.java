package org.linli.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.encode.Representation;
import org.linli.ingest.ImportJob;
import org.linli.ingest.ImportJob.Progress;
import org.linli.ingest.ImportJob.Status;
import org.linli.layer.LocalText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Jobs as JSON, in the words of one language. */
final class JobDocuments {
  static final String PATH = "/staff/api/imports";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final LocalText FAILED =
      new LocalText(
          "系统出错，没有导入任何内容；详情已记入日志。请稍后再试。",
          "Something went wrong here and nothing was imported; the log has it. Try again later.",
          "མ་ལག་ནོར་འཁྲུལ་བྱུང་བས་ཅི་ཡང་ནང་འདྲེན་མ་བྱས། ཐོ་བཀོད་ཟིན། རྗེས་སུ་ཡང་བསྐྱར་ཚོད་ལྟ་གནང་།");

  private final Locale locale;

  JobDocuments(Locale locale) {
    this.locale = locale;
  }

  static String path(ImportJob job) {
    return PATH + "/" + job.id();
  }

  Representation of(ImportJob job) {
    return document(Map.of("Location", path(job)), json(job, job.status()).toString());
  }

  Representation of(List<ImportJob> jobs) {
    ObjectNode list = JSON.createObjectNode();
    jobs.forEach(job -> list.withArray("imports").add(summary(job, job.status())));
    list.withArray("imports");
    return document(Map.of(), list.toString());
  }

  private static Representation document(Map<String, String> headers, String json) {
    return new Representation.Document(
        "application/json", headers, json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** With its report, once there is one. */
  ObjectNode json(ImportJob job, Status status) {
    ObjectNode node = summary(job, status);
    node.putNull("report");
    status.report().ifPresent(report -> node.set("report", JSON.readTree(report.toJson(locale))));
    return node;
  }

  ObjectNode summary(ImportJob job, Status status) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("id", job.id())
            .put("href", path(job))
            .put("layer", job.request().layerId())
            .put("file", job.request().fileName())
            .put("check", job.isCheck())
            .put("asked_at", job.askedAt().toString())
            .put("state", status.state().key())
            .put("over", status.state().isOver());
    putProgress(node.putObject("progress"), status.progress());
    if (status.state() == ImportJob.State.FAILED) {
      node.put("message", FAILED.in(locale));
    }
    return node;
  }

  private static void putProgress(ObjectNode node, Progress progress) {
    node.put("stage", progress.stage().map(s -> s.name().toLowerCase(Locale.ROOT)).orElse(null))
        .put("rows", progress.rowsRead())
        .put("bytes", progress.bytesRead())
        .put("bytes_total", progress.bytesTotal());
  }
}
