package org.closeknit.matrix;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.closeknit.matrix.Said.Asker;
import org.closeknit.matrix.Said.Handling;
import org.closeknit.matrix.Said.Kind;
import org.closeknit.matrix.Said.Role;
import org.closeknit.matrix.Said.Stand;

/**
 * Holds what came over the wire against the oracle. A cell is a role at a sort of agency, how it
 * stands to the child, the agreement, whose record is restricted and how, a field as its sender
 * handles it, and the route; it is probed when an answer is searched for the fact that stands
 * there.
 */
final class Judge {
  private static final int SHOWN = 40;
  private static final Set<Field> NAMES_OF_PLACES = EnumSet.of(Field.PRESENCE, Field.WORKER_TEAM);

  /** Where an answer leads to. A worker's own address is there to be written to. */
  private static final Pattern LINK =
      Pattern.compile(
          "(?:(?:href|src|action|formaction)=\"(?!mailto:)|(?:location|content-disposition)=\\[)([^\"\\]]*)");

  private final Marks marks;
  private final Map<String, Integer> routes = new HashMap<>();
  private final Map<String, Integer> restrictions = new HashMap<>();
  private final BitSet cells = new BitSet();
  private final List<String> leaks = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private long probes;
  private long shown;
  private long answers;

  Judge(Marks marks) {
    this.marks = marks;
  }

  /**
   * One answer.
   *
   * @param of whose children it may be about
   * @param typed what the asker has typed, and may read again
   */
  record Answered(
      Route route, Function<Case, Asker> asker, Collection<Case> of, Set<Fact> typed, String text) {
    boolean isAboutOne() {
      return of.size() == 1;
    }

    Stand stand(Case one) {
      return Oracle.stand(asker.apply(one), one.child(), route.door());
    }

    boolean reads(Fact fact) {
      Asker who = asker.apply(fact.of());
      if (fact.field() == Field.PRESENCE) {
        return learnsOf(who, fact);
      }
      return fact.senders().stream()
          .anyMatch(sender -> Oracle.reads(who, fact.of().child(), route.door(), fact.by(sender)));
    }

    /** That an agency is involved is told by anything of it. */
    private boolean learnsOf(Asker who, Fact fact) {
      var quiet = fact.of().net().quiet();
      var system = new Asker(quiet, Role.MACHINE, Said.Work.STATED, Optional.empty());
      boolean tellsOfLooks = route.name().contains(" /children/{id}");
      return Oracle.knowsOf(who, fact.of().child(), route.door(), quiet)
          || (tellsOfLooks && Oracle.seesLooksOf(who, fact.of().child(), route.door(), system))
          || List.of(Kind.values()).stream()
              .anyMatch(kind ->
                  Oracle.reads(
                      who,
                      fact.of().child(),
                      route.door(),
                      new Said.Thing(quiet, kind, Handling.SHARED, false)));
    }
  }

  /** Searches an answer for every fact; {@code must} says for whom the route shows what it must. */
  void judge(Answered answered, Predicate<Case> must) {
    Set<Fact> found = marks.in(answered.text());
    List<Fact> linked =
        LINK.matcher(answered.text())
            .results()
            .flatMap(link -> marks.in(link.group(1)).stream())
            .toList();
    judge(answered, must, found, linked);
  }

  private synchronized void judge(
      Answered answered, Predicate<Case> must, Set<Fact> found, List<Fact> linked) {
    answers++;
    linked.stream()
        .filter(fact -> !NAMES_OF_PLACES.contains(fact.field()))
        .forEach(fact -> leaks.add(line("in a link", answered, fact)));
    for (Fact fact : found) {
      if (isJudged(answered, fact)) {
        shown++;
        if (!isOpen(answered, fact)) {
          leaks.add(line("shown", answered, fact));
        }
      }
    }
    for (Case one : answered.of()) {
      count(answered, one);
      if (!answered.route().must().isEmpty() && must.test(one)) {
        one.facts().stream()
            .filter(fact -> answered.route().must().contains(fact.field()))
            .filter(fact -> isJudged(answered, fact))
            .filter(fact -> !found.contains(fact) && answered.reads(fact))
            .forEach(fact -> missing.add(line("not shown", answered, fact)));
      }
    }
  }

  /** Each fact of the child has been searched for. */
  private void count(Answered answered, Case one) {
    int place = place(answered, one);
    Set<Field> left = EnumSet.noneOf(Field.class);
    answered.typed().stream()
        .filter(fact -> fact.of() == one)
        .forEach(fact -> left.add(fact.field()));
    if (!answered.isAboutOne()) {
      left.addAll(NAMES_OF_PLACES);
    }
    one.kindsOfFacts()
        .forEach((kind, facts) -> {
          if (!left.contains(kind.field())) {
            probes += facts;
            cells.set(
                (place * Field.values().length + kind.field().ordinal()) * Handling.values().length
                    + kind.handling().ordinal());
          }
        });
  }

  private static boolean isJudged(Answered answered, Fact fact) {
    boolean ofAnother = fact.field() == Field.PRESENCE && !answered.of().contains(fact.of());
    return !isNoChilds(answered, fact.field()) && !ofAnother && !answered.typed().contains(fact);
  }

  /** In a list the name of an agency, or of a team of one's own, tells of no child. */
  private static boolean isNoChilds(Answered answered, Field field) {
    return !answered.isAboutOne() && NAMES_OF_PLACES.contains(field);
  }

  private static boolean isOpen(Answered answered, Fact fact) {
    return answered.of().contains(fact.of())
        && answered.route().may().contains(fact.field())
        && answered.reads(fact);
  }

  private int place(Answered answered, Case one) {
    int place = number(routes, answered.route().name());
    place = place * 8 + number(restrictions, one.restricted());
    place = place * Role.values().length + answered.asker().apply(one).role().ordinal();
    place = place * Stand.values().length + answered.stand(one).ordinal();
    return place * Agreement.values().length + one.net().agreement().ordinal();
  }

  private static int number(Map<String, Integer> numbers, String name) {
    return numbers.computeIfAbsent(name, unused -> numbers.size());
  }

  synchronized void disagrees(String words) {
    leaks.add(words);
  }

  private static String line(String what, Answered answered, Fact fact) {
    Asker who = answered.asker().apply(fact.of());
    return "%s at %s: %s to %s of a %s, who stands to it as %s"
        .formatted(
            what,
            answered.route().name(),
            fact,
            who.role(),
            who.agency().sort(),
            answered.stand(fact.of()));
  }

  List<String> leaks() {
    return first(leaks);
  }

  List<String> missing() {
    return first(missing);
  }

  private static List<String> first(List<String> all) {
    var kinds = new LinkedHashMap<String, String>();
    all.forEach(
        one -> kinds.putIfAbsent(one.replaceAll("on [A-Z_]+, [A-Z_]+, work [A-Z]+", ""), one));
    return kinds.values().stream().limit(SHOWN).toList();
  }

  int cells() {
    return cells.cardinality();
  }

  String figures() {
    return "%,d cells, probed %,d times in %,d answers, in which %,d facts were shown"
        .formatted(cells.cardinality(), probes, answers, shown);
  }
}
