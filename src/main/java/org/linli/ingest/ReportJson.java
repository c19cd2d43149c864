package org.linli.ingest;

import java.util.Locale;
import org.linli.ingest.source.ImportIssue;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a report as JSON. */
final class ReportJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReportJson() {}

  static String of(ImportReport report, Locale locale) {
    ObjectNode node = JSON.createObjectNode();
    node.put("layer", report.layerId());
    node.put("file", report.fileName());
    node.put("outcome", lower(report.outcome()));
    node.put("applied", report.isApplied());
    node.put("new_layer", report.newLayer());
    node.put("audience", lower(report.audience()));
    report.format().ifPresent(format -> node.put("format", format));
    report.encoding().ifPresent(encoding -> node.put("encoding", encoding));
    report.crs().ifPresent(crs -> putCrs(node.putObject("crs"), crs));
    putCounts(node.putObject("rows"), report.counts());
    ObjectNode columns = node.putObject("columns");
    report.columns().forEach((column, use) -> columns.put(column, use.orElse(null)));
    ObjectNode totals = node.putObject("issue_totals");
    report.issueTotals().forEach((kind, total) -> totals.put(kind.key(), total));
    ArrayNode issues = node.putArray("issues");
    report.issues().forEach(issue -> put(issues.addObject(), issue, locale));
    node.put("took_millis", report.took().toMillis());
    return JSON.writeValueAsString(node);
  }

  private static void putCrs(ObjectNode node, ImportReport.CrsUse crs) {
    node.put("code", crs.code()).put("name", crs.name()).put("source", lower(crs.source()));
  }

  private static void putCounts(ObjectNode node, ImportReport.Counts counts) {
    node.put("read", counts.read())
        .put("fixes", counts.fixes())
        .put("accepted", counts.accepted())
        .put("written", counts.written())
        .put("repaired", counts.repaired())
        .put("left_out", counts.leftOut())
        .put("refused", counts.refused());
  }

  private static void put(ObjectNode node, ImportIssue issue, Locale locale) {
    node.put("severity", lower(issue.severity()));
    node.put("key", issue.kind().key());
    issue.row().ifPresent(row -> node.put("row", row));
    issue.field().ifPresent(field -> node.put("field", field));
    node.put("message", issue.message(locale));
    String cure = issue.cure(locale);
    if (!cure.isEmpty()) {
      node.put("cure", cure);
    }
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
