package org.linli.config;

import org.linli.config.DemoHome.Settled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that a portal starts with something to see, and that the log says what that is. */
final class FirstData {
  private static final Logger LOG = LoggerFactory.getLogger(FirstData.class);

  private final DemoHome demo;
  private final boolean wanted;

  FirstData(DemoHome demo, boolean wanted) {
    this.demo = demo;
    this.wanted = wanted;
  }

  /** A portal without its demo still serves: that it is missing is logged, no more. */
  void settle() {
    try {
      tell(demo.settle(wanted));
    } catch (RuntimeException failed) {
      LOG.error("The demo could not be settled.", failed);
    }
  }

  private void tell(Settled settled) {
    switch (settled) {
      case ABSENT -> {}
      case CLEARED -> LOG.warn("A part of the demo was left by an earlier run, and is removed.");
      case RELOADED -> {
        LOG.warn("An earlier run was cut off while it loaded the demo, which is loaded anew.");
        showBanner();
      }
      case LOADED, PRESENT -> showBanner();
    }
  }

  private void showBanner() {
    String line = "=".repeat(72);
    LOG.warn(
        "{}\n  {}\n  {}\n  {}\n{}",
        "\n" + line,
        demo.manifest().notice().zh(),
        demo.manifest().notice().en(),
        demo.manifest().notice().bo(),
        line);
  }
}
