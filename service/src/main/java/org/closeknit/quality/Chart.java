package org.closeknit.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The share of people whom a check finds, month by month, as a line in a picture. Pure; units are
 * those of the picture.
 *
 * @param line where the months that were measured lie, as the points of a polyline
 * @param needed how high the share that is needed lies
 */
public record Chart(
    long width,
    long height,
    long left,
    List<Grid> grid,
    long needed,
    List<Point> points,
    String line,
    boolean everyLabel) {
  private static final long TOP = 20;
  private static final long UNDER = 40;

  /** A month and what was measured in it, empty where nothing was. */
  public record Month(String label, Optional<Double> share) {}

  public record Grid(long y, String label) {}

  /** A month in the picture; {@code y} is 0 where nothing was measured. */
  public record Point(
      String month, long x, long y, boolean measured, boolean enough, String share) {}

  /** With a label under each month and a scale beside it. */
  static Chart wide(List<Month> months) {
    return of(months, 1136, 250, 66, 1076, true);
  }

  /** For a hand: the first and the last month alone have labels, and the scale has none. */
  static Chart narrow(List<Month> months) {
    return of(months, 358, 190, 8, 300, false);
  }

  private static Chart of(
      List<Month> months, long width, long height, long left, long right, boolean labels) {
    double lowest = lowest(months);
    double step = (right - left - 20.0) / Math.max(1, months.size() - 1);
    var points = new ArrayList<Point>();
    for (int i = 0; i < months.size(); i++) {
      Month month = months.get(i);
      double share = month.share().orElse(0.0);
      points.add(
          new Point(
              month.label(),
              Math.round(left + 10 + i * step),
              y(share, lowest, height),
              month.share().isPresent(),
              share >= Figures.NEEDED,
              percent(share)));
    }
    return new Chart(
        width,
        height,
        left,
        labels ? grid(lowest, height) : List.of(),
        y(Figures.NEEDED, lowest, height),
        points,
        points.stream()
            .filter(Point::measured)
            .map(point -> point.x() + "," + point.y())
            .collect(Collectors.joining(" ")),
        labels);
  }

  /** The scale begins at a ten below the worst month, and never above 80 %. */
  private static double lowest(List<Month> months) {
    double worst =
        months.stream().flatMap(month -> month.share().stream()).min(Double::compare).orElse(0.8);
    return Math.min(0.8, Math.floor(worst * 10) / 10);
  }

  private static List<Grid> grid(double lowest, long height) {
    double step = lowest < 0.5 ? 0.25 : 0.1;
    var lines = new ArrayList<Grid>();
    for (double at = 1; at >= lowest - 1e-9; at -= step) {
      lines.add(new Grid(y(at, lowest, height), Math.round(at * 100) + " %"));
    }
    return lines;
  }

  private static long y(double share, double lowest, long height) {
    return Math.round(TOP + (1 - share) / (1 - lowest) * (height - TOP - UNDER));
  }

  /** "96.3 %"; never "100.0 %" while anybody is missing. */
  static String percent(double share) {
    double shown = Math.floor(share * 1000 + 1e-9) / 10;
    return shown == Math.rint(shown)
        ? "%d %%".formatted((long) shown)
        : String.format(Locale.UK, "%.1f %%", shown);
  }
}
