package org.linli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class HelpWordsTest {

  /** Every line of help has a letter that is no English one. */
  @ParameterizedTest
  @ValueSource(strings = {"zh", "bo"})
  void everyLineOfHelpIsInTheLanguage(String language) {
    CommandLine commands = HelpWords.speak(Commands.commandLine(), Locale.forLanguageTag(language));
    for (CommandLine command : withAllBelow(commands).toList()) {
      var spec = command.getCommandSpec();
      assertThat(spec.usageMessage().description())
          .as(spec.qualifiedName() + " description")
          .isNotEmpty()
          .allSatisfy(HelpWordsTest::isForeign);
      Stream<ArgSpec> arguments =
          Stream.concat(spec.options().stream(), spec.positionalParameters().stream());
      arguments.forEach(
          argument ->
              assertThat(argument.description())
                  .as(spec.qualifiedName() + " " + argument.paramLabel() + " " + argument)
                  .isNotEmpty()
                  .allSatisfy(HelpWordsTest::isForeign));
    }
  }

  private static Stream<CommandLine> withAllBelow(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(HelpWordsTest::withAllBelow));
  }

  private static void isForeign(String line) {
    assertThat(line.codePoints()).as(line).anyMatch(letter -> letter > 0x0F00);
  }
}
