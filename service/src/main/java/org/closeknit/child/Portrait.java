package org.closeknit.child;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.closeknit.match.NewRecord;
import org.closeknit.match.PersonRecord;
import org.closeknit.person.ChildId;

/** Draws one child from several agencies' records: pure. */
final class Portrait {
  private static final Set<String> NO_NAMES =
      Set.of("", "unknown", "baby", "infant", "twin", "boy", "girl", "unnamed", "not known");

  private Portrait() {}

  static Child of(ChildId id, List<PersonRecord> records) {
    List<NewRecord> says =
        records.stream()
            .sorted(
                Comparator.comparing(Portrait::doubt)
                    .thenComparing(one -> -sayingTheSame(one, records))
                    .thenComparing(one -> one.id().value()))
            .map(PersonRecord::says)
            .toList();
    NewRecord first = says.getFirst();
    String main = (first.givenNames() + " " + first.familyName()).strip();
    List<String> others =
        says.stream()
            .map(one -> (one.givenNames() + " " + one.familyName()).strip())
            .filter(name -> !name.equalsIgnoreCase(main))
            .distinct()
            .toList();
    return new Child(
        id,
        first.familyName(),
        first.givenNames(),
        others,
        first(says, NewRecord::birthDate),
        first(says, NewRecord::expectedBirthDate),
        first(says, NewRecord::nhsNumber),
        first(says, NewRecord::chiNumber),
        says.stream()
            .flatMap(one -> Arrays.stream(one.language().split("[,;]")))
            .map(String::strip)
            .filter(one -> !one.isBlank())
            .distinct()
            .toList(),
        records);
  }

  private static <T> Optional<T> first(
      List<NewRecord> says, Function<NewRecord, Optional<T>> field) {
    return says.stream().map(field).flatMap(Optional::stream).findFirst();
  }

  /**
   * The records that say most surely who this is come first: a real name, a verified number, a
   * whole date.
   */
  private static int doubt(PersonRecord record) {
    NewRecord says = record.says();
    int doubt = 0;
    doubt += placeholder(says.givenNames()) || placeholder(says.familyName()) ? 8 : 0;
    doubt += says.nhsNumberVerified() || says.chiNumber().isPresent() ? 0 : 4;
    doubt += says.birthDate().filter(date -> date.isDay()).isPresent() ? 0 : 2;
    doubt += says.nhsNumber().isPresent() ? 0 : 1;
    return doubt;
  }

  /** Among records equally sure, the name that most of them say. */
  private static long sayingTheSame(PersonRecord one, List<PersonRecord> records) {
    return records.stream().filter(other -> name(other).equals(name(one))).count();
  }

  private static String name(PersonRecord record) {
    NewRecord says = record.says();
    return (says.givenNames() + " " + says.familyName()).strip().toLowerCase(Locale.ROOT);
  }

  /** {@code Baby Boy} and {@code Twin 2} are no names: not one of their words is. */
  private static boolean placeholder(String name) {
    String words = name.strip().toLowerCase(Locale.ROOT).replaceAll("[ 0-9]+$", "");
    return NO_NAMES.contains(words) || Stream.of(words.split(" ")).allMatch(NO_NAMES::contains);
  }
}
