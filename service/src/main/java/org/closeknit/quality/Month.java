package org.closeknit.quality;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.closeknit.pages.Numbers;

/** A month by the last day of it that was measured; nothing where none was. */
record Month(String label, Optional<Double> share, Optional<Days.Day> day) {
  private static final String NOT_MEASURED = "not measured";

  static Month of(YearMonth month, Optional<Days.Day> day) {
    return new Month(
        month.getMonth().getDisplayName(TextStyle.SHORT, Locale.UK).substring(0, 3),
        day.flatMap(one -> Figures.share(one.people(), one.found())),
        day);
  }

  Chart.Month charted() {
    return new Chart.Month(label, share);
  }

  QualityView.Month row() {
    return new QualityView.Month(
        label,
        share.map(Chart::percent).orElse(NOT_MEASURED),
        count(day.flatMap(Days.Day::numberless)),
        count(day.flatMap(Days.Day::replaced)),
        count(day.map(Days.Day::refused)));
  }

  private static String count(Optional<Integer> measured) {
    return measured.map(Numbers::count).orElse(NOT_MEASURED);
  }
}
