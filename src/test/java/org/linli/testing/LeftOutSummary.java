package org.linli.testing;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a run with one line for each tool whose absence left tests out. Each of the run's processes
 * counts its own classes, which come to it one by one as plans of one session.
 */
public final class LeftOutSummary implements LauncherSessionListener, TestExecutionListener {
  private static final Logger LOG = LoggerFactory.getLogger(LeftOutSummary.class);

  private final Map<String, Long> testsByNeed = new TreeMap<>();
  private TestPlan plan;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    session.getLauncher().registerTestExecutionListeners(this);
  }

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = started;
  }

  @Override
  public void executionSkipped(TestIdentifier skipped, String reason) {
    NeedsCondition.neededIn(reason)
        .ifPresent(need -> testsByNeed.merge(need, countTests(skipped), Long::sum));
  }

  private long countTests(TestIdentifier skipped) {
    long inside = plan.getDescendants(skipped).stream().filter(TestIdentifier::isTest).count();
    return Math.max(1, inside);
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    testsByNeed.forEach(
        (need, tests) ->
            LOG.warn(
                "left out: {} {} {}",
                tests,
                tests == 1 ? "test that needs" : "tests that need",
                need));
  }
}
