package org.linli.testing;

import java.util.Random;

/** Choices by chance, the same ones again from the same seed. */
record Dice(Random random) {
  @SafeVarargs
  final <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int low, int bound) {
    return random.nextInt(low, bound);
  }

  boolean coin() {
    return random.nextBoolean();
  }
}
