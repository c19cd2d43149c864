package org.linli.testing;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves a test out, or fails it, when a tool it {@link Needs} is missing. */
final class NeedsCondition implements ExecutionCondition {
  private static final String REASON_START = "needs ";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return findAnnotation(context.getElement(), Needs.class)
        .flatMap(NeedsCondition::missing)
        .map(NeedsCondition::leaveOut)
        .orElseGet(() -> enabled("all that it needs is here"));
  }

  private static Optional<Tool> missing(Needs needs) {
    return Arrays.stream(needs.value()).filter(tool -> tool.find().isEmpty()).findFirst();
  }

  private static ConditionEvaluationResult leaveOut(Tool tool) {
    String reason = REASON_START + tool;
    if (tool.isInstallable() && Setting.isOn("LINLI_TEST_ALL")) {
      throw new IllegalStateException("LINLI_TEST_ALL is set, and this test " + reason + ".");
    }
    return disabled(reason);
  }

  /** What a skipped test needs, if it was this condition that skipped it. */
  static Optional<String> neededIn(String skipReason) {
    return skipReason.startsWith(REASON_START)
        ? Optional.of(skipReason.substring(REASON_START.length()))
        : Optional.empty();
  }
}
