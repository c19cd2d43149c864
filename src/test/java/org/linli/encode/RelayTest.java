package org.linli.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.linli.encode.Relay.Lane;
import org.linli.layer.LocalText;
import org.linli.layer.RefusedException;

class RelayTest {
  private static final int PIECES = 2_000;

  private static byte[] piece(long number) {
    return (number + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static String firstPieces(long count) {
    return LongStream.range(0, count).mapToObj(n -> n + "\n").collect(Collectors.joining());
  }

  /** A runner that takes the next number for each piece, and writes it in two goes. */
  private static Relay.Runner counting(AtomicLong next) {
    return lane -> {
      for (long n = next.getAndIncrement(); n < PIECES; n = next.getAndIncrement()) {
        lane.begin(n);
        byte[] bytes = piece(n);
        lane.write(bytes, 0, 1);
        lane.write(bytes, 1, bytes.length - 1);
        lane.end();
      }
    };
  }

  private interface Work {
    void run() throws IOException;
  }

  private static CompletableFuture<Void> beside(Work work) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            work.run();
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  @Test
  void piecesThatManyThreadsWriteGoOutInTheirOrder() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Relay(out).run(counting(new AtomicLong()));
    assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo(firstPieces(PIECES));
  }

  @Test
  void aPieceThatIsReadyEarlyWaitsForItsTurn() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Relay relay = new Relay(out);
    Lane first = relay.new Lane();
    Lane second = relay.new Lane();
    first.begin(0);
    second.begin(1);
    CompletableFuture<Void> other =
        beside(
            () -> {
              second.write(piece(1));
              second.end();
            });
    first.write(piece(0));
    assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo(firstPieces(1));
    first.end();
    other.get();
    assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo(firstPieces(2));
  }

  @Test
  void aThreadWhosePieceIsEarlyGoesOnWithTheNext() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Relay relay = new Relay(out);
    Lane slow = relay.new Lane();
    Lane quick = relay.new Lane();
    slow.begin(0);
    for (long n = 1; n <= 3; n++) {
      quick.begin(n);
      quick.write(piece(n));
      quick.end();
    }
    assertThat(out.size()).isZero();
    slow.write(piece(0));
    slow.end();
    assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo(firstPieces(4));
  }

  @Test
  void aPieceTooLargeToBeHeldGoesOutWholeAndInItsTurn() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Relay relay = new Relay(out);
    Lane first = relay.new Lane();
    Lane second = relay.new Lane();
    first.begin(0);
    second.begin(1);
    byte[] part = new byte[100_000];
    Arrays.fill(part, (byte) 'x');
    CompletableFuture<Void> other =
        beside(
            () -> {
              for (int i = 0; i < 7; i++) {
                second.write(part);
              }
              second.end();
            });
    first.write(piece(0));
    first.end();
    other.get();
    assertThat(out.toString(StandardCharsets.US_ASCII))
        .isEqualTo(firstPieces(1) + "x".repeat(700_000));
  }

  @Test
  void noMorePiecesAreUnderWayThanThereAreProcessors() throws IOException {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicLong next = new AtomicLong();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {
            most.accumulateAndGet(underWay.get(), Math::max);
          }
        };
    new Relay(out)
        .run(
            lane -> {
              for (long n = next.getAndIncrement(); n < PIECES; n = next.getAndIncrement()) {
                underWay.incrementAndGet();
                lane.begin(n);
                lane.write(piece(n));
                underWay.decrementAndGet();
                lane.end();
              }
            });
    assertThat(most.get()).isBetween(1, Runtime.getRuntime().availableProcessors());
  }

  @Test
  void whatOnePieceFailsWithStopsAllAndIsThrown() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AtomicLong next = new AtomicLong();
    RefusedException refused = new RefusedException(400, LocalText.same("piece 7 cannot be made"));
    assertThatThrownBy(
            () ->
                new Relay(out)
                    .run(
                        lane -> {
                          for (long n = next.getAndIncrement(); ; n = next.getAndIncrement()) {
                            lane.begin(n);
                            if (n == 7) {
                              throw refused;
                            }
                            lane.write(piece(n));
                            lane.end();
                          }
                        }))
        .isSameAs(refused);
    assertThat(firstPieces(7)).startsWith(out.toString(StandardCharsets.US_ASCII));
  }

  @Test
  void aStreamThatTakesNoMoreStopsAll() {
    IOException full = new IOException("the disk is full");
    AtomicInteger taken = new AtomicInteger();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            if (taken.incrementAndGet() > 20) {
              throw full;
            }
          }
        };
    assertThatThrownBy(() -> new Relay(out).run(counting(new AtomicLong()))).isSameAs(full);
    assertThat(taken.get()).isEqualTo(21);
  }

  @Test
  void whoeverIsInterruptedStopsAndIsStillInterrupted() {
    Thread.currentThread().interrupt();
    Relay relay = new Relay(OutputStream.nullOutputStream());
    Lane later = relay.new Lane();
    later.begin(1);
    byte[] tooLargeToBeHeld = new byte[1 << 20];
    assertThatThrownBy(() -> later.write(tooLargeToBeHeld))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
