package org.linli.insight;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.PublishedResult;
import org.linli.layer.Audience;
import org.linli.snapshot.LayerView;
import org.springframework.stereotype.Component;

/**
 * Answers questions, each once for as long as its layers stay as they are: who asks what is being
 * worked out waits for it. Keeps the last answers, and of each analysis what it derived from the
 * layers it read last.
 */
@Component
final class Results {
  private static final int KEPT = 32;
  private final AtomicLong worked = new AtomicLong();
  private final Map<String, AnalysisInputs> inputs = new HashMap<>();
  private final Map<Object, FutureTask<AnalysisResult>> answers =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, FutureTask<AnalysisResult>> eldest) {
          return size() > KEPT;
        }
      };

  /** The answer, as far as the question's audience may know it. */
  AnalysisResult answer(Question question) {
    AnalysisResult whole = whole(question);
    return question.audience() == Audience.PUBLIC ? PublishedResult.of(whole) : whole;
  }

  private AnalysisResult whole(Question question) {
    Object key = question.key();
    FutureTask<AnalysisResult> task;
    synchronized (this) {
      task = answers.computeIfAbsent(key, k -> task(question));
    }
    task.run();
    try {
      return task.get();
    } catch (ExecutionException failed) {
      forget(key, task);
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The wait for an analysis was interrupted.", interrupted);
    }
  }

  private synchronized void forget(Object key, FutureTask<AnalysisResult> task) {
    answers.remove(key, task);
  }

  /** A task runs once, whoever calls it first; the others find it running or done. */
  private FutureTask<AnalysisResult> task(Question question) {
    AnalysisInputs read = inputsOf(question);
    return new FutureTask<>(
        () -> {
          worked.incrementAndGet();
          return question.analysis().result(read, question.values(), Cancellation.NONE);
        });
  }

  private AnalysisInputs inputsOf(Question question) {
    String analysis = question.analysis().definition().id();
    Map<String, LayerView> views = question.views();
    AnalysisInputs known = inputs.get(analysis);
    if (known == null || !known.views().keySet().equals(views.keySet())) {
      known = new AnalysisInputs(views);
    }
    for (Map.Entry<String, LayerView> view : views.entrySet()) {
      if (known.get(view.getKey()) != view.getValue()) {
        known = known.with(view.getKey(), view.getValue());
      }
    }
    inputs.put(analysis, known);
    return known;
  }

  /** How many answers were worked out since the start. */
  long worked() {
    return worked.get();
  }
}
