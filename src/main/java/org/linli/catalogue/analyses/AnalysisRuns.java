package org.linli.catalogue.analyses;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.linli.analysis.Alternative;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.CancelledException;
import org.linli.analysis.Overlay;
import org.linli.geo.OutsideCrsException;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.layer.RefusedException;
import org.linli.snapshot.LayerView;

/**
 * Answers questions, a limited number at once. What is found is kept while there is memory for it,
 * up to a number. Those who ask the same at the same time wait for one run; when the last of them
 * goes away, it is given up. Thread-safe.
 */
public final class AnalysisRuns implements AutoCloseable {
  /** How often somebody who waits is looked after. */
  private static final long LOOK_MILLIS = 100;

  /** Questions under way and waiting together; one more is refused. */
  private static final int MOST_UNDER_WAY = 64;

  private static final int MOST_SUBJECTS = 8;

  private final ExecutorService workers;
  private final Map<String, Run<?>> underWay = new HashMap<>();
  private final Map<String, SoftReference<Finding>> kept;
  private final Map<String, Material> materials = new RecentMap<>(MOST_SUBJECTS);
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong unique = new AtomicLong();

  /**
   * @param atOnce how many are worked out at one time
   * @param keep how many answers are kept
   */
  public AnalysisRuns(int atOnce, int keep) {
    this.workers = Executors.newFixedThreadPool(atOnce, AnalysisRuns::worker);
    this.kept = new RecentMap<>(keep);
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "analysis");
    thread.setDaemon(true);
    return thread;
  }

  /** Layers at their versions, with what was already worked out of them. */
  private record Material(String key, SoftReference<AnalysisInputs> inputs) {}

  /** One question being answered for somebody. */
  private static final class Run<T> {
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private int clients;
    private volatile boolean unwanted;
  }

  /** How an answer comes about, unless nobody wants it any more. */
  private interface Work<T> {
    T answer(Cancellation unwanted);
  }

  /**
   * The whole answer to a question.
   *
   * @param client tells on the calling thread whether who asked is still there
   * @throws CancelledException if not
   * @throws RefusedException if too many are being answered
   */
  public Finding find(Question question, Cancellation client) {
    Finding finding = findBrief(question, client);
    return finding.workings().isWhole()
        ? finding
        : share("whole " + question.key(), unwanted -> completed(finding, unwanted), client);
  }

  private static Finding completed(Finding finding, Cancellation unwanted) {
    finding.workings().complete(unwanted);
    return finding;
  }

  /** The same, of which the numbers that take long are worked out only when they are asked for. */
  public Finding findBrief(Question question, Cancellation client) {
    String key = question.key();
    return findKept(key)
        .orElseGet(() -> share(key, unwanted -> keep(key, work(question, unwanted)), client));
  }

  /**
   * What would be otherwise if some layers were. It is not kept, and nobody else waits for it; what
   * was found already is begun from.
   *
   * @param layers those that are otherwise, by role
   * @throws CancelledException if who asked is gone
   * @throws RefusedException if too many are being answered
   */
  public Alternative findIf(Map<String, Overlay> layers, Finding finding, Cancellation client) {
    Question question = finding.question();
    return share(
        "if " + unique.incrementAndGet(),
        unwanted -> measured(question, () -> finding.workings().alternative(layers, unwanted)),
        client);
  }

  private Finding work(Question question, Cancellation unwanted) {
    AnalysisInputs inputs = inputs(question);
    return measured(
        question,
        () ->
            new Finding(
                question, question.analysis().workings(inputs, question.values(), unwanted)));
  }

  private <T> T share(String key, Work<T> work, Cancellation client) {
    Run<T> run = join(key, work);
    try {
      return await(run, client);
    } finally {
      leave(key, run);
    }
  }

  private synchronized Optional<Finding> findKept(String key) {
    return Optional.ofNullable(kept.get(key)).map(SoftReference::get);
  }

  private synchronized Finding keep(String key, Finding finding) {
    kept.put(key, new SoftReference<>(finding));
    return finding;
  }

  /** Whoever has the same key waits for the same kind of answer. */
  @SuppressWarnings("unchecked")
  private synchronized <T> Run<T> join(String key, Work<T> work) {
    Run<T> run = (Run<T>) underWay.get(key);
    if (run == null) {
      run = begin(key, work);
    }
    run.clients++;
    return run;
  }

  private <T> Run<T> begin(String key, Work<T> work) {
    if (underWay.size() >= MOST_UNDER_WAY) {
      throw new RefusedException(
          503,
          new LocalText(
              "正在进行的分析太多，请稍后再试。",
              "Too many analyses are under way; try again in a few seconds.",
              "དབྱེ་ཞིབ་མང་དྲགས་པས་ཅུང་ཟད་ནས་ཡང་བསྐྱར་ཚོད་ལྟ་གནང་།"));
    }
    Run<T> run = new Run<>();
    underWay.put(key, run);
    workers.execute(() -> work(key, work, run));
    return run;
  }

  /** It is no more under way by the time its clients hear of it. */
  private <T> void work(String key, Work<T> work, Run<T> run) {
    try {
      Cancellation unwanted = () -> run.unwanted;
      unwanted.check();
      begun.incrementAndGet();
      T answer = work.answer(unwanted);
      end(key, run);
      run.answer.complete(answer);
    } catch (RuntimeException | Error failed) {
      end(key, run);
      run.answer.completeExceptionally(failed);
    }
  }

  private static <T> T measured(Question question, Supplier<T> answer) {
    try {
      return answer.get();
    } catch (OutsideCrsException apart) {
      throw tooFarApart(question);
    }
  }

  /** The planes that distances are measured on lie where the layer of the first role does. */
  private static InvalidParameterException tooFarApart(Question question) {
    String roles = String.join(", ", question.layers().keySet());
    return new InvalidParameterException(
        question.analysis().definition().roles().get(0).name(),
        new LocalText(
            "所选图层（" + roles + "）相距太远，无法一起计算：请选同一地方的图层。",
            "The layers ("
                + roles
                + ") lie too far apart to be measured together: name layers of"
                + " one place.",
            "བང་རིམ་ ("
                + roles
                + ") བར་ཐག་རིང་དྲགས་པས་མཉམ་དུ་རྩི་མི་ཐུབ། ས་གནས་གཅིག་གི་བང་རིམ་སྟོན་རོགས།"));
  }

  private synchronized void end(String key, Run<?> run) {
    underWay.remove(key, run);
  }

  /** The layers of a question, with all that is remembered of those that are as they were. */
  private synchronized AnalysisInputs inputs(Question question) {
    Material last = materials.get(question.subject());
    AnalysisInputs known = last == null ? null : last.inputs.get();
    if (known != null && last.key.equals(question.material())) {
      return known;
    }
    AnalysisInputs fresh =
        known == null ? new AnalysisInputs(question.layers()) : follow(known, question);
    materials.put(
        question.subject(), new Material(question.material(), new SoftReference<>(fresh)));
    return fresh;
  }

  private static AnalysisInputs follow(AnalysisInputs known, Question question) {
    AnalysisInputs followed = known;
    for (Map.Entry<String, LayerView> layer : question.layers().entrySet()) {
      if (known.get(layer.getKey()).version() != layer.getValue().version()) {
        followed = followed.with(layer.getKey(), layer.getValue());
      }
    }
    return followed;
  }

  private static <T> T await(Run<T> run, Cancellation client) {
    while (true) {
      try {
        return run.answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        client.check();
      } catch (ExecutionException failed) {
        throw failed.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(failed.getCause());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("The wait for an analysis was interrupted.", interrupted);
      }
    }
  }

  private synchronized void leave(String key, Run<?> run) {
    run.clients--;
    if (run.clients == 0 && !run.answer.isDone()) {
      run.unwanted = true;
      underWay.remove(key, run);
    }
  }

  /** How many answers were begun to be worked out. */
  public long begun() {
    return begun.get();
  }

  /** How many are being worked out, or waiting for it. */
  public synchronized int underWay() {
    return underWay.size();
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
