package org.linli.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs an outside program to its end. */
public final class Program {

  private Program() {}

  /** The output of a tool, errors among it. */
  public static String run(Tool tool, String... arguments) throws IOException {
    return run(tool.get().toString(), arguments);
  }

  /** The output of a program, errors among it. */
  public static String run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
