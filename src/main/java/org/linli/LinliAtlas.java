package org.linli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.linli.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The program: serves the portal, or runs one command without a web server and ends. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LinliAtlas {

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    if (Commands.isCommand(arguments)) {
      System.exit(Commands.run(arguments));
    }
    SpringApplication.run(LinliAtlas.class, serveArguments(arguments));
  }

  /** {@code serve --home DIR} in the words of the configuration: {@code --linli.home=DIR}. */
  static String[] serveArguments(String[] arguments) {
    List<String> translated = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--home") && i + 1 < arguments.length) {
        translated.add("--linli.home=" + arguments[++i]);
      } else if (arguments[i].startsWith("--home=")) {
        translated.add("--linli.home=" + arguments[i].substring("--home=".length()));
      } else if (i > 0 || !arguments[i].equals("serve")) {
        translated.add(arguments[i]);
      }
    }
    return translated.toArray(String[]::new);
  }
}
