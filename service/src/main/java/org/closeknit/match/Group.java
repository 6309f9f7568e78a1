package org.closeknit.match;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;

/**
 * Some records with the decisions that stand between them. Who is whom follows from these alone, so
 * that undoing a decision gives back exactly what was before it. Pure.
 */
record Group(List<Member> members, List<Tie> links, List<Tie> apart) {
  Group {
    members = members.stream().sorted(Comparator.comparingLong(Member::arrival)).toList();
    links = List.copyOf(links);
    apart = List.copyOf(apart);
  }

  /** A record, and the person that it would be alone. */
  record Member(RecordId id, long arrival, ChildId alone, ChildId now) {}

  /** A decision about two records. */
  record Tie(UUID decision, RecordId left, RecordId right) {}

  Group linked(Tie link) {
    return new Group(members, plus(links, link), apart);
  }

  Group keptApart(Tie tie) {
    return new Group(members, links, plus(apart, tie));
  }

  Group without(Collection<UUID> decisions) {
    return new Group(members, less(links, decisions), less(apart, decisions));
  }

  /** The links that lead from some records to others. */
  List<Tie> across(Set<RecordId> some) {
    return links.stream()
        .filter(link -> some.contains(link.left()) != some.contains(link.right()))
        .toList();
  }

  /** The earliest record of each piece into which some records fall when nobody else links them. */
  List<RecordId> pieces(Set<RecordId> some) {
    var alone =
        new Group(
            members.stream().filter(member -> some.contains(member.id())).toList(),
            links.stream()
                .filter(link -> some.contains(link.left()) && some.contains(link.right()))
                .toList(),
            List.of());
    Map<RecordId, ChildId> people = alone.people();
    return alone.members().stream()
        .filter(member -> member.alone().equals(people.get(member.id())))
        .map(Member::id)
        .toList();
  }

  /** For each record its person: that of the earliest record which links reach. */
  Map<RecordId, ChildId> people() {
    var founder = new HashMap<RecordId, RecordId>();
    var arrival = new HashMap<RecordId, Member>();
    members.forEach(member -> arrival.put(member.id(), member));
    members.forEach(member -> founder.put(member.id(), member.id()));
    for (Tie link : links) {
      Member left = arrival.get(root(founder, link.left()));
      Member right = arrival.get(root(founder, link.right()));
      if (left == null || right == null) {
        throw new IllegalStateException("a link leads out of its group");
      }
      boolean leftFirst = left.arrival() < right.arrival();
      founder.put(leftFirst ? right.id() : left.id(), leftFirst ? left.id() : right.id());
    }
    var people = new LinkedHashMap<RecordId, ChildId>();
    for (Member member : members) {
      Member first = arrival.getOrDefault(root(founder, member.id()), member);
      people.put(member.id(), first.alone());
    }
    return people;
  }

  /** A decision to keep two records apart that the links go against. */
  Optional<Tie> broken() {
    Map<RecordId, ChildId> people = people();
    return apart.stream()
        .filter(tie -> people.containsKey(tie.left()))
        .filter(tie -> java.util.Objects.equals(people.get(tie.left()), people.get(tie.right())))
        .findFirst();
  }

  private static RecordId root(Map<RecordId, RecordId> founder, RecordId of) {
    RecordId at = of;
    RecordId above = founder.getOrDefault(at, at);
    while (!above.equals(at)) {
      at = above;
      above = founder.getOrDefault(at, at);
    }
    return at;
  }

  private static List<Tie> plus(List<Tie> ties, Tie tie) {
    var more = new java.util.ArrayList<>(ties);
    more.add(tie);
    return more;
  }

  private static List<Tie> less(List<Tie> ties, Collection<UUID> decisions) {
    return ties.stream().filter(tie -> !decisions.contains(tie.decision())).toList();
  }
}
