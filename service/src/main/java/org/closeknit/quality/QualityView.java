package org.closeknit.quality;

import java.util.List;
import java.util.Optional;
import org.closeknit.pages.Fact;

/**
 * What an agency sends, as its page shows it.
 *
 * @param standing where it stands against what is needed; empty where nobody is in scope
 * @param gap how many a check does not find, and what is first to be mended
 * @param missing for the agency's own clerk alone: whom a check does not find
 * @param others for whoever runs the installation: the other agencies' pages
 */
public record QualityView(
    String agency,
    String standing,
    String gap,
    List<Fact> figures,
    String measured,
    Chart wide,
    Chart narrow,
    List<Month> months,
    boolean hasHistory,
    List<Reason> reasons,
    String refusedSince,
    List<Kind> kinds,
    Optional<Missing> missing,
    List<Agency> others) {

  /** What stood at the end of a month; "not measured" where nothing was. */
  public record Month(
      String label, String found, String numberless, String replaced, String refused) {}

  /** A reason for which lines were refused, the most frequent first; the bar is up to 100 wide. */
  public record Reason(String words, int count, long bar, String mend) {}

  /** A kind of file and when one came last. */
  public record Kind(String label, String when, boolean late) {}

  /** A page of those whom a check does not find. */
  public record Missing(
      List<Line> lines, String newer, String older, String olderWords, boolean council) {
    public record Line(String localId, boolean onPlan, String why, String mend) {}
  }

  public record Agency(String name, String href) {}
}
