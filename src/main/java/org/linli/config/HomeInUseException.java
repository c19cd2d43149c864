package org.linli.config;

import java.nio.file.Path;

/** Another process serves the home. */
final class HomeInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HomeInUseException(Path folder) {
    super("The home " + folder + " is being served by another process.");
  }
}
