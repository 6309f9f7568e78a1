package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws an explanation as a waterfall: each bar begins where the last one ended. Readable without
 * colour: what speaks for goes right and is told with a plus.
 */
final class Waterfall {
  private static final int LABELS = 222;
  private static final int WIDTH = 420;
  private static final int FIGURES = 70;
  private static final int LINE = 30;
  private static final int TOP = 34;
  private static final double LN_2 = Math.log(2);

  private record Bar(String label, String says, double from, double to) {}

  private final Explanation explanation;
  private final List<Bar> bars = new ArrayList<>();
  private double lowest;
  private double highest;

  private Waterfall(Explanation explanation) {
    this.explanation = explanation;
    add("before looking", "any two records", 0, explanation.prior());
    double at = explanation.prior();
    for (Explanation.Step step : explanation.steps()) {
      if (!step.reason().field().equals("rule")) {
        String label = step.reason().field().replace('_', ' ');
        add(label, step.reason().says(), at, at + step.reason().weight());
        at += step.reason().weight();
      }
    }
    add("together", "the sum", 0, explanation.sum());
    reach(bits(ReviewBand.SHIPPED.possible()));
    reach(bits(ReviewBand.SHIPPED.sure()));
  }

  static String of(Explanation explanation) {
    return new Waterfall(explanation).drawn();
  }

  private void add(String label, String says, double from, double to) {
    bars.add(new Bar(label, says, from, to));
    reach(from);
    reach(to);
  }

  private void reach(double bits) {
    lowest = Math.min(lowest, bits);
    highest = Math.max(highest, bits);
  }

  private static double bits(double probability) {
    return Math.log(probability / (1 - probability)) / LN_2;
  }

  private double x(double bits) {
    return LABELS + WIDTH * (bits - lowest) / Math.max(1, highest - lowest);
  }

  private String drawn() {
    int height = TOP + LINE * bars.size() + 10;
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" \
            font-family="sans-serif" font-size="13" fill="#16212b">
            <title>What each field adds, in bits</title>
            <desc>%s</desc>
            <rect width="100%%" height="100%%" fill="#ffffff"/>
            """,
            LABELS + WIDTH + FIGURES, height, escaped(explanation.inWords())));
    mark(svg, ReviewBand.SHIPPED.possible(), "a human looks", height);
    mark(svg, ReviewBand.SHIPPED.sure(), "joined", height);
    for (int i = 0; i < bars.size(); i++) {
      draw(svg, bars.get(i), TOP + i * LINE);
    }
    return svg.append("</svg>\n").toString();
  }

  private void mark(StringBuilder svg, double probability, String label, int height) {
    double x = x(bits(probability));
    svg.append(
        format(
            """
            <line x1="%.1f" x2="%.1f" y1="20" y2="%d" stroke="#55636e" stroke-dasharray="4 3"/>
            <text x="%.1f" y="14" text-anchor="middle">%s</text>
            """,
            x, x, height - 6, x, label));
  }

  private void draw(StringBuilder svg, Bar bar, int y) {
    double left = x(Math.min(bar.from, bar.to));
    double right = x(Math.max(bar.from, bar.to));
    svg.append(
        format(
            """
            <text x="8" y="%d">%s</text>
            <text x="8" y="%d" font-size="10" fill="#55636e">%s</text>
            <rect x="%.1f" y="%d" width="%.1f" height="18" fill="%s"/>
            <text x="%d" y="%d" text-anchor="end">%+.1f</text>
            """,
            y + 11,
            escaped(bar.label),
            y + 22,
            escaped(shortened(bar.says)),
            left,
            y + 2,
            Math.max(1, right - left),
            bar.to >= bar.from ? "#0b6e72" : "#b3402a",
            LABELS + WIDTH + FIGURES - 10,
            y + 15,
            bar.to - bar.from));
  }

  private static String shortened(String says) {
    return says.length() <= 40 ? says : says.substring(0, 39) + "…";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
