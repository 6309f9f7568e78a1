package org.closeknit.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.closeknit.linkage.Candidate;
import org.closeknit.match.Verdict.Doubt;
import org.closeknit.match.Verdict.Near;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;

/**
 * Decides record after record, each with what came of those before it in the same transaction. Pure
 * but for the draft.
 */
final class Verdicts {
  private final Draft draft;
  private final Recognition recognition;
  private final Map<RecordId, ChildId> childOf = new HashMap<>();
  private final Map<ChildId, List<Held>> company = new LinkedHashMap<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Raised> pairs = new ArrayList<>();

  Verdicts(Draft draft) {
    this.draft = draft;
    this.recognition = new Recognition(draft.model());
  }

  /** A record that is held to be of the same person as another. */
  record Link(Held left, Near with) {}

  /** A record of which somebody has to decide whether it is of the same person as another. */
  record Raised(Held left, Doubt doubt) {}

  /** Makes known what the database holds of people near the batch. */
  void know(List<Held> held) {
    held.forEach(this::know);
  }

  private void know(Held held) {
    if (childOf.putIfAbsent(held.id(), held.child()) == null) {
      company.computeIfAbsent(held.child(), child -> new ArrayList<>()).add(held);
    }
  }

  /** A new record; the answer says whose it is held to be. */
  Held arrive(Held held, List<Candidate> before) {
    Held placed =
        joined(held, before, Set.of())
            .map(link -> held.nowOf(link.with().other().child()))
            .orElse(held);
    know(placed);
    draft.put(placed);
    return placed;
  }

  /**
   * A record that was alone and says something else now; the link, when it has found its person.
   */
  Optional<Link> alone(Held held, List<Candidate> before, Set<RecordId> keptApart) {
    return joined(held, before, keptApart);
  }

  /**
   * A record in company that says something else now: whether it still fits is for somebody to say.
   */
  void inCompany(Held held) {
    List<Held> others =
        company.getOrDefault(held.child(), List.of()).stream()
            .filter(other -> !other.id().equals(held.id()))
            .toList();
    recognition
        .against(held, others)
        .ifPresent(near -> pairs.add(new Raised(held, Doubt.of(near, Cause.CHANGED))));
  }

  boolean isAlone(Held held) {
    return company.getOrDefault(held.child(), List.of()).stream()
        .allMatch(other -> other.id().equals(held.id()));
  }

  List<Link> links() {
    return links;
  }

  List<Raised> pairs() {
    return pairs;
  }

  private Optional<Link> joined(Held held, List<Candidate> before, Set<RecordId> keptApart) {
    Set<ChildId> shut = new LinkedHashSet<>();
    keptApart.stream()
        .flatMap(other -> Optional.ofNullable(childOf.get(other)).stream())
        .forEach(shut::add);
    List<Near> near =
        draft.likeliest(held, before).stream()
            .flatMap(one -> near(one).stream())
            .filter(one -> !shut.contains(one.other().child()))
            .toList();
    return switch (recognition.of(held, near, company)) {
      case Verdict.Alone() -> Optional.empty();
      case Verdict.Doubts(List<Doubt> doubts) -> {
        raise(held, doubts);
        yield Optional.empty();
      }
      case Verdict.Joins(Near with, List<Doubt> doubts) -> {
        raise(held, doubts);
        var link = new Link(held, with);
        links.add(link);
        yield Optional.of(link);
      }
    };
  }

  private void raise(Held held, List<Doubt> doubts) {
    doubts.forEach(doubt -> pairs.add(new Raised(held, doubt)));
  }

  /** A candidate that was withdrawn since is nobody's any more. */
  private Optional<Near> near(Candidate candidate) {
    RecordId id = RecordId.of(candidate.person().id());
    return Optional.ofNullable(childOf.get(id))
        .flatMap(child ->
            company.getOrDefault(child, List.of()).stream()
                .filter(held -> held.id().equals(id))
                .findFirst())
        .map(held -> new Near(held, candidate.likeness()));
  }
}
