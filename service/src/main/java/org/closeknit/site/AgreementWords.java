package org.closeknit.site;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closeknit.agency.Agreement;
import org.closeknit.agency.Kind;

/** What an agreement says, in the words of those who live by it. */
public final class AgreementWords {
  private static final Map<String, String> KINDS =
      Map.of(
          "people", "who people are",
          "statuses", "statuses and plans",
          "involvements", "who works with whom",
          "events", "what happened",
          "visits", "visits to care",
          "relationships", "who is related to whom");
  private static final List<String> IN_ORDER =
      List.of("people", "statuses", "involvements", "events", "visits", "relationships");

  private AgreementWords() {}

  public static String kinds(Agreement agreement) {
    return IN_ORDER.stream()
        .filter(agreement.kinds()::contains)
        .map(kind -> KINDS.getOrDefault(kind, kind))
        .collect(Collectors.joining(", "));
  }

  /** Whose word about who works with a child is enough. */
  public static String opening(Agreement agreement) {
    return agreement.involvementsOpenFor().isEmpty()
        ? "When the lead professional or the council’s duty desk has confirmed that somebody works with the child"
        : "On the word of these about who works with the child: "
            + agreement.involvementsOpenFor().stream()
                .map(Kind::words)
                .sorted()
                .collect(Collectors.joining(", "))
            + ". For others when the lead professional or the duty desk has confirmed it";
  }
}
