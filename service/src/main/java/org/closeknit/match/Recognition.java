package org.closeknit.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.closeknit.linkage.Likeness;
import org.closeknit.linkage.Model;
import org.closeknit.linkage.Person;
import org.closeknit.linkage.Reason;
import org.closeknit.match.Verdict.Doubt;
import org.closeknit.match.Verdict.Near;
import org.closeknit.person.ChildId;

/**
 * Decides whom a record is of, from the records that are like it and the company that each keeps.
 * Pure. A record joins a person as a whole or not at all, so that no chain of likenesses ties two
 * people together.
 */
final class Recognition {
  /** A joined record raises a second pair only where it is more likely one person than not. */
  private static final double LIKELY = 0.5;

  /** Reasons that come of no field of theirs: who keeps them, and how alike a family is. */
  private static final Set<String> OF_NO_FIELD = Set.of("source", "household");

  private static final Comparator<Near> BEST_FIRST =
      Comparator.<Near>comparingDouble(near -> near.likeness().weight())
          .reversed()
          .thenComparing(near -> near.other().id().value());

  private final Model model;

  Recognition(Model model) {
    this.model = model;
  }

  /**
   * @param everyNear those like it, none of its own person
   * @param company for each person among them, all records held to be of that person
   */
  Verdict of(Held held, List<Near> everyNear, Map<ChildId, List<Held>> company) {
    List<Near> told = everyNear.stream().filter(one -> saysEnough(held, one)).toList();
    List<Near> near = held.record().says().sent() ? told : ofOpen(told, company);
    Map<ChildId, Near> same =
        bestOfEach(
            near.stream()
                .filter(one ->
                    one.likeness() instanceof Likeness.Same || askedByNumber(held, one.other()))
                .toList());
    List<Near> unsure =
        List.copyOf(
            bestOfEach(
                    near.stream()
                        .filter(one -> one.likeness() instanceof Likeness.Unsure)
                        .filter(one -> !same.containsKey(one.other().child()))
                        .toList())
                .values());
    return switch (same.size()) {
      case 0 ->
          unsure.isEmpty()
              ? new Verdict.Alone()
              : new Verdict.Doubts(List.of(close(unsure.getFirst())));
      case 1 -> one(held, same.values().iterator().next(), unsure, company);
      default ->
          new Verdict.Doubts(
              same.values().stream().map(each -> Doubt.of(each, Cause.SEVERAL)).toList());
    };
  }

  /**
   * Where no name is told, one equal field is a birthday that many share: only an equal number says
   * more.
   */
  private static boolean saysEnough(Held held, Near near) {
    return !(isNameless(held) || isNameless(near.other()))
        || numbersAgree(held, near.other())
        || near.likeness().reasons().stream()
                .filter(reason -> reason.weight() > 0 && !OF_NO_FIELD.contains(reason.field()))
                .count()
            > 1;
  }

  private static boolean isNameless(Held one) {
    NewRecord says = one.record().says();
    return says.givenNames().isBlank()
        && (says.familyName().isBlank() || says.familyName().equalsIgnoreCase("unknown"));
  }

  /**
   * What a check wrote down is of the child whom it answered: beside an open person a restricted
   * one takes no part, so that nothing tells of it.
   */
  private static List<Near> ofOpen(List<Near> near, Map<ChildId, List<Held>> company) {
    List<Near> open =
        near.stream()
            .filter(one ->
                company.getOrDefault(one.other().child(), List.of()).stream()
                    .noneMatch(held -> held.record().says().restricts()))
            .toList();
    return open.isEmpty() ? near : open;
  }

  private Verdict one(Held held, Near best, List<Near> unsure, Map<ChildId, List<Held>> company) {
    List<Held> others = company.getOrDefault(best.other().child(), List.of());
    if (held.kind() == PersonKind.UNBORN) {
      return new Verdict.Doubts(List.of(Doubt.of(best, Cause.UNBORN)));
    }
    Optional<Near> twice =
        nearestOf(held, others.stream().filter(other -> sentTwice(held, other)).toList());
    if (twice.isPresent()) {
      return new Verdict.Doubts(List.of(Doubt.of(twice.get(), Cause.AGENCY_TWICE)));
    }
    if (against(held, others).isPresent()) {
      return new Verdict.Doubts(List.of(Doubt.of(best, Cause.CONTRADICTED)));
    }
    List<Doubt> likely =
        unsure.stream()
            .filter(other -> other.likeness().probability() >= LIKELY)
            .limit(1)
            .map(Recognition::close)
            .toList();
    return new Verdict.Joins(best, likely);
  }

  /**
   * The record, among others of one person, that speaks most against a record's being of that
   * person.
   */
  Optional<Near> against(Held held, List<Held> others) {
    Person person = held.person();
    return others.stream()
        .map(other -> new Near(other, model.compare(other.person(), person)))
        .filter(near -> numbersDiffer(held, near.other()) || speaksAgainst(near.likeness()))
        .max(BEST_FIRST);
  }

  /** What a check wrote down is no second record that the agency itself sent. */
  private static boolean sentTwice(Held held, Held other) {
    return other.keeper().equals(held.keeper())
        && held.record().says().sent()
        && other.record().says().sent();
  }

  /**
   * A check by number alone is about whoever has the number: its record says nothing else that
   * somebody could decide by, and undecided it would make every later check of the child unsure.
   */
  private static boolean askedByNumber(Held one, Held other) {
    return (isNumberAlone(one) || isNumberAlone(other)) && numbersAgree(one, other);
  }

  private static boolean isNumberAlone(Held held) {
    NewRecord says = held.record().says();
    return !says.sent() && says.givenNames().isBlank() && says.birthDate().isEmpty();
  }

  private Optional<Near> nearestOf(Held held, List<Held> others) {
    Person person = held.person();
    return others.stream()
        .map(other -> new Near(other, model.compare(other.person(), person)))
        .min(BEST_FIRST);
  }

  /**
   * Too little evidence is not evidence against: only what disagrees counts, and a forename alone
   * is enough.
   */
  private static boolean speaksAgainst(Likeness likeness) {
    return switch (likeness) {
      case Likeness.Same same -> false;
      case Likeness.Unsure unsure -> forenamesDisagree(likeness);
      case Likeness.Different different -> disagrees(likeness) || forenamesDisagree(likeness);
    };
  }

  /** By what the two say; that brothers and sisters are alike speaks against nobody by itself. */
  private static boolean disagrees(Likeness likeness) {
    return likeness.reasons().stream()
            .filter(reason -> !reason.field().equals("household"))
            .mapToDouble(Reason::weight)
            .sum()
        < 0;
  }

  private static boolean forenamesDisagree(Likeness likeness) {
    return likeness.reasons().stream()
        .anyMatch(reason -> reason.field().equals("given_name") && reason.weight() < 0);
  }

  private static boolean numbersDiffer(Held one, Held other) {
    NewRecord left = one.record().says();
    NewRecord right = other.record().says();
    return differ(left.nhsNumber(), right.nhsNumber())
        || differ(left.chiNumber(), right.chiNumber());
  }

  private static boolean numbersAgree(Held one, Held other) {
    NewRecord left = one.record().says();
    NewRecord right = other.record().says();
    return agree(left.nhsNumber(), right.nhsNumber()) || agree(left.chiNumber(), right.chiNumber());
  }

  private static boolean agree(Optional<?> left, Optional<?> right) {
    return left.isPresent() && left.equals(right);
  }

  private static boolean differ(Optional<?> left, Optional<?> right) {
    return left.isPresent() && right.isPresent() && !left.equals(right);
  }

  private static Doubt close(Near near) {
    return Doubt.of(near, Cause.CLOSE);
  }

  private static Map<ChildId, Near> bestOfEach(List<Near> near) {
    var best = new LinkedHashMap<ChildId, Near>();
    var sorted = new ArrayList<>(near);
    sorted.sort(BEST_FIRST);
    sorted.forEach(one -> best.putIfAbsent(one.other().child(), one));
    return best;
  }
}
