package org.closeknit.site;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.closeknit.access.Item;
import org.closeknit.agency.Agreement;
import org.closeknit.agency.Directory;
import org.closeknit.agency.Kind;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Numbers;

/** What an agreement says, in the words of those who live by it. */
public final class AgreementWords {
  /** The days before its end from which its parties are told. */
  private static final int SOON = 60;

  private AgreementWords() {}

  public static String kinds(Agreement agreement) {
    return Arrays.stream(Item.values())
        .filter(item -> agreement.kinds().contains(item.word()))
        .map(Item::words)
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

  /** An agreement in one sentence: between whom, for what, until when, by whom. */
  static String held(Agreement agreement, Directory directory, Dates dates) {
    String parties =
        agreement.parties().stream()
            .map(party -> directory.get(party).name())
            .sorted()
            .collect(Collectors.joining(", "));
    return "“%s”: %s share %s, from %s until %s, and nothing from the day after. Signed by %s."
        .formatted(
            agreement.purpose(),
            parties,
            agreement.content() ? kinds(agreement) : "that they are involved",
            dates.day(agreement.from()),
            dates.day(agreement.until()),
            agreement.signedBy());
  }

  /** Whether people have been told, or are about to be, that it ends. */
  public static boolean endsSoon(Agreement agreement, LocalDate today) {
    return agreement.holdsOn(today) && ChronoUnit.DAYS.between(today, agreement.until()) <= SOON;
  }

  public static String left(Agreement agreement, LocalDate today) {
    long left = ChronoUnit.DAYS.between(today, agreement.until());
    return left == 0 ? "Ends today" : "Ends in " + Numbers.count((int) left, "day", "days");
  }
}
