package org.linli.config;

import java.time.Instant;
import java.util.Optional;
import org.linli.layer.LocalText;
import org.linli.portal.PortalFacts;

/** What the page must know of the home it shows. */
final class HomeFacts implements PortalFacts {
  private final DemoHome demo;

  HomeFacts(DemoHome demo) {
    this.demo = demo;
  }

  @Override
  public Optional<LocalText> demoNotice() {
    return demo.isDemo() ? Optional.of(demo.manifest().notice()) : Optional.empty();
  }

  @Override
  public Optional<Instant> clock() {
    return demo.clock();
  }

  @Override
  public String version() {
    return Optional.ofNullable(HomeFacts.class.getPackage().getImplementationVersion()).orElse("");
  }
}
