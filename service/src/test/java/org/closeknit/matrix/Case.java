package org.closeknit.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.closeknit.matrix.Said.Party;
import org.closeknit.matrix.Said.Work;

/**
 * A child of the matrix: one way in which it is restricted, and one in which people work with it.
 */
final class Case {
  private final Net net;
  private final String restricted;
  private final Work work;
  private final Said.Child child;
  private final String number;
  private final String born;
  private final Map<Party, String> localIds;
  private final List<Fact> facts = new ArrayList<>();
  private final Map<KindOfFact, Long> kinds = new LinkedHashMap<>();
  private UUID id = new UUID(0, 0);

  Case(
      Net net,
      String restricted,
      Work work,
      Said.Child child,
      String number,
      String born,
      Map<Party, String> localIds) {
    this.net = net;
    this.restricted = restricted;
    this.work = work;
    this.child = child;
    this.number = number;
    this.born = born;
    this.localIds = Map.copyOf(localIds);
  }

  Net net() {
    return net;
  }

  /** Who restricts it, and how. */
  String restricted() {
    return restricted;
  }

  Work work() {
    return work;
  }

  Said.Child child() {
    return child;
  }

  String number() {
    return number;
  }

  /** ISO 8601. */
  String born() {
    return born;
  }

  String localId(Party party) {
    return localIds.getOrDefault(party, "");
  }

  List<Fact> facts() {
    return facts;
  }

  /** A field as its sender handles it. */
  record KindOfFact(Field field, Said.Handling handling) {}

  /** How many facts there are of each kind. */
  Map<KindOfFact, Long> kindsOfFacts() {
    if (kinds.isEmpty()) {
      facts.forEach(
          fact -> kinds.merge(new KindOfFact(fact.field(), fact.handling()), 1L, Long::sum));
    }
    return kinds;
  }

  UUID id() {
    return id;
  }

  void isKnownAs(UUID child) {
    id = child;
  }

  @Override
  public String toString() {
    return net.agreement() + ", " + restricted + ", work " + work;
  }
}
