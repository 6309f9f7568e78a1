package org.closeknit.access;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Agreed;
import org.closeknit.agency.Agreement;
import org.closeknit.agency.Kind;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildRecords;

/** Who shows what to whom on a day. Worked out once for each agency that asks; the same for all. */
final class Net {
  private final Agreed agreed;
  private final LocalDate day;
  private final Map<AgencyId, Map<AgencyId, Shared>> worked = new ConcurrentHashMap<>();

  Net(Agreed agreed, LocalDate day) {
    this.agreed = agreed;
    this.day = day;
  }

  boolean isOf(Agreed other, LocalDate today) {
    return agreed == other && day.equals(today);
  }

  LocalDate day() {
    return day;
  }

  Agency agency(AgencyId id) {
    return agreed.directory().get(id);
  }

  Kind kind(AgencyId id) {
    return agency(id).kind();
  }

  boolean sealed(ChildRecords child) {
    return Seal.isOn(child, this::kind);
  }

  /** What a keeper shows a reader. */
  Shared between(AgencyId reader, AgencyId keeper) {
    return shownTo(reader).getOrDefault(keeper, Shared.NOTHING);
  }

  /** All with whom an agency has agreed anything that holds, by what they show it. */
  Map<AgencyId, Shared> shownTo(AgencyId reader) {
    return worked.computeIfAbsent(reader, this::work);
  }

  /** What the agreements that held on a day between a reader and some keepers are for. */
  List<String> purposes(AgencyId reader, Set<AgencyId> keepers, LocalDate on) {
    return agreed.of(reader, on).stream()
        .filter(one ->
            one.parties().stream()
                .anyMatch(party -> !party.equals(reader) && keepers.contains(party)))
        .map(Agreement::purpose)
        .distinct()
        .toList();
  }

  boolean crosswalk(AgencyId reader) {
    return agreed.of(reader, day).stream().anyMatch(Agreement::crosswalk);
  }

  private Map<AgencyId, Shared> work(AgencyId reader) {
    List<Agreement> agreements = agreed.of(reader, day);
    return agreements.stream()
        .flatMap(one -> one.parties().stream())
        .filter(party -> !party.equals(reader))
        .distinct()
        .collect(
            Collectors.toUnmodifiableMap(
                keeper -> keeper,
                keeper ->
                    shown(
                        agreements.stream()
                            .filter(one -> one.parties().contains(keeper))
                            .toList())));
  }

  private static Shared shown(List<Agreement> between) {
    Set<Item> content = EnumSet.noneOf(Item.class);
    Set<Item> existence = EnumSet.noneOf(Item.class);
    Map<Kind, Set<Item>> byWord = new EnumMap<>(Kind.class);
    boolean reasons = false;
    for (Agreement one : between) {
      Set<Item> items = items(one);
      if (one.content()) {
        content.addAll(items);
        one.involvementsOpenFor()
            .forEach(kind ->
                byWord.computeIfAbsent(kind, unused -> EnumSet.noneOf(Item.class)).addAll(items));
        reasons |= one.visitReasons() && items.contains(Item.VISITS);
      } else {
        existence.addAll(items);
      }
    }
    return new Shared(
        Collections.unmodifiableSet(content),
        Collections.unmodifiableSet(existence),
        Collections.unmodifiableMap(byWord),
        reasons);
  }

  private static Set<Item> items(Agreement agreement) {
    Set<Item> items = EnumSet.noneOf(Item.class);
    for (Item item : Item.values()) {
      if (agreement.kinds().contains(item.word())) {
        items.add(item);
      }
    }
    return items;
  }
}
