package org.linli.analysis.impact;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.layer.LocalText;

/** What a project's card says of hazards. */
final class Card {
  private Card() {}

  static LocalText of(Change change) {
    if (change instanceof Change.Answer answer) {
      return of(answer);
    }
    LocalText counted = change.counted().map(Card::counts).orElse(LocalText.same(""));
    List<String> reasons = ((Change.NotEnough) change).reasons();
    return new LocalText(
        sentence(counted.zh(), "。") + "数据不足：" + reasons(reasons, LocalText::zh, "；") + "。",
        sentence(counted.en(), ". ")
            + "Not enough data: "
            + reasons(reasons, LocalText::en, "; ")
            + ".",
        sentence(counted.bo(), " ། ")
            + "གཞི་གྲངས་མི་འདང་། "
            + reasons(reasons, LocalText::bo, " "));
  }

  private static String sentence(String words, String end) {
    return words.isEmpty() ? "" : words + end;
  }

  private static String reasons(
      List<String> reasons, Function<LocalText, String> language, String between) {
    return reasons.stream()
        .map(ImpactAnalysis.DEFINITION::getReason)
        .map(language)
        .collect(Collectors.joining(between));
  }

  private static LocalText counts(Counts counts) {
    int before = (int) counts.site().before();
    int after = counts.after();
    return new LocalText(
        "此前 %d 起，此后 %d 起".formatted(before, after),
        "%d before, %d after".formatted(before, after),
        "སྔོན་ལ་ %d རྗེས་སུ་ %d".formatted(before, after));
  }

  private static LocalText of(Change.Answer answer) {
    LocalText counts = counts(answer.counts());
    LocalText elsewhere = elsewhere(answer);
    LocalText range = range(answer.interval());
    LocalText verdict = verdict(Verdict.of(answer));
    String fall = "%d %%".formatted(Math.round(100 * answer.smallestReduction()));
    return new LocalText(
        "%s；%s。与它们相比，%s：%s。降幅超过 %s 才看得出来。"
            .formatted(counts.zh(), elsewhere.zh(), range.zh(), verdict.zh(), fall),
        "%s; %s. Against them, %s: %s. Only a fall of more than %s would have shown."
            .formatted(counts.en(), elsewhere.en(), range.en(), verdict.en(), fall),
        "%s ། %s ། དེ་དང་བསྡུར་ན་ %s ། %s ། %s ལས་མང་བ་ཆག་ན་མ་གཏོགས་མི་མངོན།"
            .formatted(counts.bo(), elsewhere.bo(), range.bo(), verdict.bo(), fall));
  }

  private static LocalText elsewhere(Change.Answer answer) {
    String change = percent(answer.counts().comparison().kappa());
    if (answer.ratio() instanceof PlainRatio) {
      return new LocalText(
          "可比地点同期 " + change, "comparable places " + change, "བསྡུར་རུང་བའི་ས་ཆར་ " + change);
    }
    String expected = "%.1f".formatted(answer.ratio().expected());
    return new LocalText(
        "可比地点同期 %s，其中经历相同的此后应有 %s 起".formatted(change, expected),
        "comparable places %s, and %s after at those of the same past".formatted(change, expected),
        "བསྡུར་རུང་བའི་ས་ཆར་ %s ། སྔོན་གྱི་གནས་ཚུལ་གཅིག་པའི་ས་ཆར་རྗེས་སུ་ %s"
            .formatted(change, expected));
  }

  private static LocalText range(Interval interval) {
    String low = percent(interval.low());
    if (interval.high().isEmpty()) {
      return new LocalText(
          "变化不低于 " + low + "，没有上限",
          low + " or more, without an upper limit",
          low + " ཡན། གོང་མཐའ་མེད།");
    }
    String high = percent(interval.high().getAsDouble());
    return new LocalText(
        "变化在 %s 与 %s 之间".formatted(low, high),
        "between %s and %s".formatted(low, high),
        "%s ནས་ %s བར།".formatted(low, high));
  }

  private static LocalText verdict(Verdict verdict) {
    return switch (verdict) {
      case FEWER -> new LocalText("隐患减少了", "hazards were reduced", "ཉེན་ཁ་ཉུང་དུ་སོང་།");
      case MORE -> new LocalText("隐患增多了", "there were more hazards", "ཉེན་ཁ་མང་དུ་སོང་།");
      case CANNOT_TELL, NOT_ENOUGH_DATA ->
          new LocalText("与没有变化分不开", "cannot be told from none", "འགྱུར་བ་ཡོད་མེད་མི་གསལ།");
    };
  }

  /** A ratio as a signed change, to a tenth where a whole number would say none. */
  private static String percent(double ratio) {
    double change = 100 * (ratio - 1);
    String digits = Math.abs(change) < 0.5 ? "%.1f" : "%.0f";
    String sign = change < 0 ? "−" : "+";
    return sign + digits.formatted(Math.abs(change)) + " %";
  }
}
