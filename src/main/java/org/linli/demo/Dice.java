package org.linli.demo;

import java.util.List;
import java.util.Random;

/**
 * Seeded draws. {@link Random} is used because its sequence is fixed by its specification, so the
 * same seed writes the same files on every machine.
 */
final class Dice {
  private final long seed;
  private final Random random;

  Dice(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** Dice of their own for one purpose: drawing more there changes nothing elsewhere. */
  Dice named(String purpose) {
    return new Dice(seed * 1_000_003 + purpose.hashCode());
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  int whole(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** The position drawn when position {@code i} has weight {@code weights[i]}. */
  int weighted(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = random.nextDouble() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** Events of a Poisson process with this mean, by Knuth's product of uniforms. */
  int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    double product = random.nextDouble();
    int events = 0;
    while (product > limit) {
      product *= random.nextDouble();
      events++;
    }
    return events;
  }
}
