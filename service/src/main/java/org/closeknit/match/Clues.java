package org.closeknit.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** All that somebody knows of one child, and when a child fits it. Pure. */
public record Clues(List<Clue> all) {
  /** With so many, one of them may be wrong. */
  private static final int ENOUGH_TO_BE_WRONG_ONCE = 3;

  public Clues {
    all = List.copyOf(all);
  }

  /**
   * A number or a name with something else: less would list many, or let somebody try one number
   * after another.
   */
  public boolean enough() {
    if (numbered()) {
      return all.size() >= 2;
    }
    long words = count(Clue.Word.class);
    long initials = count(Clue.Initial.class);
    return words > 0 ? all.size() >= 2 : initials >= 2 && all.size() > initials;
  }

  public boolean named() {
    return count(Clue.Word.class) + count(Clue.Initial.class) > 0;
  }

  public boolean numbered() {
    return all.stream().anyMatch(Clues::isNumber);
  }

  /**
   * Whether a child fits. With its number one thing more is enough; else one clue of three may be
   * wrong, and a name only where the very day of birth is right.
   *
   * @param fits for each clue, how it fits, where it does
   */
  public boolean fit(List<Optional<Fit>> fits) {
    List<Integer> wrong =
        IntStream.range(0, all.size()).filter(i -> fits.get(i).isEmpty()).boxed().toList();
    boolean byNumber =
        fits.stream().flatMap(Optional::stream).anyMatch(fit -> fit.where() == Fit.Where.NUMBER);
    if (byNumber) {
      return all.size() - wrong.size() >= 2;
    }
    if (!named() && wrong.isEmpty()) {
      return true;
    }
    boolean known = fits.stream().flatMap(Optional::stream).anyMatch(Fit::ofName);
    if (!known || wrong.isEmpty()) {
      return known;
    }
    return wrong.size() == 1
        && all.size() >= ENOUGH_TO_BE_WRONG_ONCE
        && (!(all.get(wrong.getFirst()) instanceof Clue.Word) || bornThatDay(fits));
  }

  private boolean bornThatDay(List<Optional<Fit>> fits) {
    return IntStream.range(0, all.size())
        .anyMatch(i ->
            all.get(i) instanceof Clue.Born born
                && born.isDay()
                && fits.get(i).filter(fit -> fit.how() == Fit.How.SAME).isPresent());
  }

  /** How well a child fits, beside others. */
  public static double weight(List<Optional<Fit>> fits) {
    return fits.stream().flatMap(Optional::stream).mapToDouble(Fit::weight).sum();
  }

  /** The nearer of two, clue by clue. */
  public static List<Optional<Fit>> nearest(List<Optional<Fit>> one, List<Optional<Fit>> other) {
    var nearest = new ArrayList<Optional<Fit>>(one.size());
    for (int i = 0; i < one.size(); i++) {
      Optional<Fit> left = one.get(i);
      Optional<Fit> right = other.get(i);
      boolean rightNearer =
          left.isEmpty() || right.filter(fit -> fit.compareTo(left.get()) < 0).isPresent();
      nearest.add(rightNearer ? right : left);
    }
    return nearest;
  }

  private static boolean isNumber(Clue clue) {
    return clue instanceof Clue.Number || clue instanceof Clue.OwnNumber;
  }

  private long count(Class<? extends Clue> kind) {
    return all.stream().filter(kind::isInstance).count();
  }
}
