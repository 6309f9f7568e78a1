package org.closeknit.match;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Clues that have been compared with all words, and are now held to one record after another. */
final class Sought {
  private static final int A_YEAR = 366;

  /** Neither a number that was said nor one that a record has. */
  private static final long NONE = -2;

  private final Clues clues;
  private final List<byte[]> names = new ArrayList<>();
  private final List<List<byte[]>> others = new ArrayList<>();
  private final long number;
  private final int initials;
  private final Optional<UUID> own;
  private final boolean named;

  Sought(Clues clues, Vocabulary vocabulary, int rows, Optional<UUID> own) {
    this.clues = clues;
    this.own = own;
    this.number =
        all(Clue.Number.class).map(clue -> Long.parseLong(clue.digits())).findFirst().orElse(NONE);
    this.initials =
        all(Clue.Initial.class)
            .map(clue -> Particulars.bit(clue.letter()))
            .reduce(0, (one, other) -> one | other);
    for (Clue clue : clues.all()) {
      List<String> words =
          switch (clue) {
            case Clue.Word word -> List.of(word.folded());
            case Clue.School school -> school.words();
            default -> List.of();
          };
      List<Vocabulary.Places> places =
          words.stream().map(word -> vocabulary.fits(word, rows)).toList();
      names.add(clue instanceof Clue.Word ? places.getFirst().names() : new byte[0]);
      others.add(places.stream().map(Vocabulary.Places::others).toList());
    }
    this.named = names.stream().anyMatch(name -> name.length > 0);
  }

  private <T extends Clue> Stream<T> all(Class<T> kind) {
    return clues.all().stream().filter(kind::isInstance).map(kind::cast);
  }

  /**
   * Whether a record can be ruled out by its names alone, in which case there is no need to touch
   * it. Nobody is where a number or initials alone were said.
   */
  boolean namedOtherwise(int at) {
    if (number != NONE || own.isPresent() || !named) {
      return false;
    }
    for (byte[] name : names) {
      if (name.length > 0 && name[at] != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a record has a name or a number that was said: who has none fits nothing. Initials are
   * looked for together, and only where no name was said.
   */
  boolean maybe(int at, Particulars says, UUID record) {
    if (number != NONE && isNumber(says) || own.filter(record::equals).isPresent()) {
      return true;
    }
    for (byte[] name : names) {
      if (name.length > 0 && name[at] != 0) {
        return true;
      }
    }
    int has = says.familyInitials() | says.givenInitials();
    return !named && initials != 0 && (has & initials) == initials;
  }

  List<Optional<Fit>> fits(int at, Particulars says, UUID record) {
    var fits = new ArrayList<Optional<Fit>>(clues.all().size());
    for (int i = 0; i < clues.all().size(); i++) {
      fits.add(
          switch (clues.all().get(i)) {
            case Clue.Word unused -> word(i, at);
            case Clue.School unused -> together(others.get(i), at);
            case Clue.Initial(char letter) -> initial(letter, says);
            case Clue.Born born -> born(born, says);
            case Clue.Area(String code) ->
                fit(lies(code, says.postcode()), Fit.How.SAME, Fit.Where.AREA);
            case Clue.Number unused -> fit(isNumber(says), Fit.How.SAME, Fit.Where.NUMBER);
            case Clue.OwnNumber unused ->
                fit(own.filter(record::equals).isPresent(), Fit.How.SAME, Fit.Where.NUMBER);
          });
    }
    return fits;
  }

  private Optional<Fit> word(int clue, int at) {
    byte name = names.get(clue)[at];
    return name == 0 ? together(others.get(clue), at) : Optional.of(Fit.of(name));
  }

  /** All words, and as near as the least near of them. */
  private static Optional<Fit> together(List<byte[]> words, int at) {
    byte least = 0;
    for (byte[] word : words) {
      if (word[at] == 0) {
        return Optional.empty();
      }
      least = (byte) Math.max(least, word[at]);
    }
    return least == 0 ? Optional.empty() : Optional.of(Fit.of(least));
  }

  private static Optional<Fit> initial(char letter, Particulars says) {
    int bit = Particulars.bit(letter);
    if ((says.givenInitials() & bit) != 0) {
      return fit(true, Fit.How.INITIAL, Fit.Where.GIVEN_NAME);
    }
    return fit((says.familyInitials() & bit) != 0, Fit.How.INITIAL, Fit.Where.FAMILY_NAME);
  }

  private static Optional<Fit> born(Clue.Born born, Particulars says) {
    if (says.from() == Particulars.UNKNOWN) {
      return Optional.empty();
    }
    long from = born.from().toEpochDay();
    long to = born.to().toEpochDay();
    if (overlap(from, to, says)) {
      return fit(true, Fit.How.SAME, Fit.Where.BIRTH_DATE);
    }
    boolean nearly =
        born.isDay() ? aSlipApart(born.from(), says) : overlap(from - A_YEAR, to + A_YEAR, says);
    return fit(nearly, Fit.How.NEARLY, Fit.Where.BIRTH_DATE);
  }

  private static boolean overlap(long from, long to, Particulars says) {
    return says.from() <= to && from <= says.to();
  }

  /** Day and month changed places, or one of day, month and year is another. */
  private static boolean aSlipApart(LocalDate said, Particulars says) {
    if (says.from() != says.to()) {
      return false;
    }
    LocalDate held = LocalDate.ofEpochDay(says.from());
    boolean sameDay = said.getDayOfMonth() == held.getDayOfMonth();
    boolean sameMonth = said.getMonthValue() == held.getMonthValue();
    boolean sameYear = said.getYear() == held.getYear();
    return (sameDay && sameMonth && Math.abs(said.getYear() - held.getYear()) <= 1)
        || (sameYear && (sameDay || sameMonth))
        || changedPlaces(said).filter(held::equals).isPresent();
  }

  private static Optional<LocalDate> changedPlaces(LocalDate said) {
    try {
      return Optional.of(LocalDate.of(said.getYear(), said.getDayOfMonth(), said.getMonthValue()));
    } catch (DateTimeException noSuchMonth) {
      return Optional.empty();
    }
  }

  /** The first half of a postcode is no beginning of another's: EH5 is not EH54. */
  private static boolean lies(String code, String postcode) {
    return postcode.equals(code)
        || (postcode.startsWith(code) && postcode.length() == code.length() + 3);
  }

  private boolean isNumber(Particulars says) {
    return says.nhs() == number || says.chi() == number;
  }

  private static Optional<Fit> fit(boolean fits, Fit.How how, Fit.Where where) {
    return fits ? Optional.of(new Fit(how, where)) : Optional.empty();
  }
}
