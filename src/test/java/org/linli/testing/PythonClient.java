package org.linli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a Python program of the tests, which reads with a client that others wrote. */
public final class PythonClient {
  private static final long PATIENCE_SECONDS = 120;

  private PythonClient() {}

  /**
   * What the program tells.
   *
   * @param program its file among the tests' resources; its last argument is where to write JSON
   * @param folder for that file, and for what the program says besides
   */
  public static JsonNode run(Tool python, String program, Path folder, String... arguments)
      throws IOException {
    Path script = folder.resolve(program);
    try (InputStream text = PythonClient.class.getResourceAsStream("/clients/" + program)) {
      Files.write(script, text.readAllBytes());
    }
    Path answers = folder.resolve(program + ".json");
    Path said = folder.resolve(program + ".log");
    List<String> command = new ArrayList<>(List.of(python.get().toString(), script.toString()));
    command.addAll(List.of(arguments));
    command.add(answers.toString());
    int status = run(new ProcessBuilder(command), said);
    String words = Files.readString(said, StandardCharsets.UTF_8);
    assertThat(status).as(words).isZero();
    return JsonMapper.shared().readTree(Files.readAllBytes(answers));
  }

  private static int run(ProcessBuilder program, Path said) throws IOException {
    program.environment().put("QT_QPA_PLATFORM", "offscreen");
    program.environment().put("PYTHONUTF8", "1");
    Process process = program.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } finally {
      process.destroyForcibly();
    }
  }
}
