package org.closeknit.caseteam;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.person.AgencyId;

/** Those who work with a child on a day, and which council's word stands for it. Pure. */
public final class Team {
  private final List<Involvement> members;
  private final List<CouncilWord> words;
  private final LocalDate day;

  /**
   * @param members those of the day
   * @param words those that have begun, ended ones too
   */
  Team(List<Involvement> members, List<CouncilWord> words, LocalDate day) {
    this.members = List.copyOf(members);
    this.words = List.copyOf(words);
    this.day = day;
  }

  public List<Involvement> members() {
    return members;
  }

  /** Whether a council holds a status today, or somebody of it works with the child. */
  public boolean hasWord(AgencyId council) {
    return saying(unused -> true).contains(council);
  }

  /**
   * The councils whose duty desk confirms: those that hold a status, and the one whose worker
   * leads; where there is none of them, those of whom somebody works with the child.
   */
  public Set<AgencyId> confirming() {
    Set<AgencyId> councils = new LinkedHashSet<>(firstConfirming());
    leading().stream().findFirst().map(Involvement::agency).ifPresent(councils::add);
    return councils;
  }

  /** Who leads, before those who would if nobody before them did. */
  public List<Involvement> leading() {
    Set<AgencyId> councils = firstConfirming();
    return Stream.concat(
            inOrder(one -> one.confirmedBy().filter(councils::contains).isPresent()).stream(),
            leadingUnconfirmed().stream())
        .distinct()
        .toList();
  }

  /**
   * On whose word a confirmation stands now: of the council that gave it, for as long as that one
   * has a word on the child; after that, of those to whom it has handed the child over.
   */
  public Set<AgencyId> grounds(Involvement confirmed) {
    return confirmed
        .confirmedBy()
        .map(council -> hasWord(council) ? Set.of(council) : confirming())
        .orElse(Set.of());
  }

  /** Whether somebody's work waits to be confirmed; a council that confirms waits for no other. */
  public boolean waits(Involvement one) {
    return !one.confirmed() && !confirming().contains(one.agency());
  }

  private Set<AgencyId> firstConfirming() {
    Set<AgencyId> councils = new LinkedHashSet<>(saying(CouncilWord::status));
    leadingUnconfirmed().stream().map(Involvement::agency).forEach(councils::add);
    return councils.isEmpty() ? saying(unused -> true) : councils;
  }

  /** A council that comes later cannot name itself, unless it holds a status. */
  private List<Involvement> leadingUnconfirmed() {
    Set<AgencyId> holding = saying(CouncilWord::status);
    if (!holding.isEmpty()) {
      return inOrder(one -> holding.contains(one.agency()));
    }
    Optional<AgencyId> first =
        inOrder(unused -> true).stream().map(Involvement::agency).findFirst();
    return inOrder(one -> first.filter(one.agency()::equals).isPresent());
  }

  /** Workers of councils whose role says that they lead; of the first council, then the longest. */
  private List<Involvement> inOrder(Predicate<Involvement> which) {
    Map<AgencyId, Long> came =
        words.stream()
            .filter(word -> !word.status())
            .collect(Collectors.toMap(CouncilWord::council, CouncilWord::arrival, Math::min));
    return members.stream()
        .filter(one -> one.leads() && came.containsKey(one.agency()))
        .filter(which)
        .sorted(
            Comparator.comparing((Involvement one) -> came.get(one.agency()))
                .thenComparing(Involvement::from)
                .thenComparing(Involvement::id))
        .toList();
  }

  private Set<AgencyId> saying(Predicate<CouncilWord> what) {
    return words.stream()
        .filter(word -> word.holdsOn(day) && what.test(word))
        .map(CouncilWord::council)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
