package org.linli.config;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.linli.analysis.CommunityTime;

/**
 * The portal's clock, in the community's zone: it stands still while the home holds the demo, which
 * would be out of date otherwise.
 */
final class PortalClock extends Clock {
  private final DemoHome demo;
  private final Clock running;

  PortalClock(DemoHome demo) {
    this(demo, Clock.system(CommunityTime.ZONE));
  }

  private PortalClock(DemoHome demo, Clock running) {
    this.demo = demo;
    this.running = running;
  }

  @Override
  public ZoneId getZone() {
    return running.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new PortalClock(demo, running.withZone(zone));
  }

  @Override
  public Instant instant() {
    return demo.clock().orElseGet(running::instant);
  }
}
