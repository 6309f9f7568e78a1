package org.closeknit.matrix;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.closeknit.matrix.Said.Asker;
import org.closeknit.matrix.Said.Party;
import org.closeknit.matrix.Said.Role;
import org.closeknit.matrix.Said.Sort;
import org.closeknit.matrix.Said.Work;

/** What the system of one agency can ask for. */
final class SystemProbing {
  private static final String NUMBER = "https://fhir.nhs.uk/Id/nhs-number|";
  private static final Predicate<Case> NEVER = unused -> false;

  private final Judge judge;
  private final World world;
  private final Net net;
  private final Party party;
  private final Wire wire;

  SystemProbing(Judge judge, World world, Net net, Party party) {
    this.judge = judge;
    this.world = world;
    this.net = net;
    this.party = party;
    this.wire = world.system(party);
  }

  /** A system reads as its agency's workers do: the confirmed where somebody of it is confirmed. */
  private Asker before(Case one) {
    Work work = party.sort() == Sort.COUNCIL || !one.net().equals(net) ? Work.NONE : work(one);
    return new Asker(
        party,
        Role.MACHINE,
        work,
        work == Work.CONFIRMED ? Optional.of(net.council()) : Optional.empty());
  }

  private Work work(Case one) {
    boolean confirmed =
        one.work() == Work.CONFIRMED
            && net.posts().stream().anyMatch(post -> post.works() && post.agency().equals(party));
    return confirmed ? Work.CONFIRMED : Work.STATED;
  }

  private void judge(
      String route,
      Collection<Case> of,
      Set<Fact> typed,
      Wire.Answer answer,
      Predicate<Case> must) {
    if (answer.status() >= 500) {
      throw new IllegalStateException(answer.status() + " at " + route + " to " + party);
    }
    judge.judge(
        new Judge.Answered(Routes.named(route), this::before, of, typed, answer.whole()), must);
  }

  void everything() {
    for (Case one : net.cases()) {
      history(one);
      if (party.equals(net.hospital()) || one.work() == Work.CONFIRMED) {
        check(one);
      }
    }
    world.receipts(party).forEach(this::receipt);
    Party other = party.equals(net.council()) ? net.school() : net.council();
    receipt(world.receipts(other).getFirst());
    judge("GET /api/notices", net.cases(), Set.of(), wire.get("/api/notices"), NEVER);
  }

  private void receipt(UUID receipt) {
    String at = "/api/submissions/" + receipt;
    judge("GET /api/submissions/{id}", net.cases(), Set.of(), wire.get(at), NEVER);
    judge(
        "GET /api/submissions/{id}/matches",
        net.cases(),
        Set.of(),
        wire.get(at + "/matches"),
        NEVER);
  }

  private void history(Case one) {
    judge(
        "GET /api/chronology",
        List.of(one),
        Set.of(),
        wire.get("/api/chronology?local_id=" + one.localId(party)),
        unused -> true);
    Party other = party.equals(net.council()) ? net.school() : net.council();
    if (one.work() == Work.CONFIRMED) {
      judge(
          "GET /api/chronology",
          List.of(one),
          Set.of(),
          wire.get("/api/chronology?local_id=" + one.localId(other)),
          NEVER);
    }
  }

  private void check(Case one) {
    Set<Fact> typed =
        Set.copyOf(one.facts().stream().filter(fact -> fact.field() == Field.NHS_NUMBER).toList());
    for (String type : List.of("CareTeam", "AuditEvent")) {
      judge(
          "GET /cpis/FHIR/R4/" + type,
          List.of(one),
          typed,
          wire.exchange(
              wire.request(
                      "/cpis/FHIR/R4/"
                          + type
                          + "?patient:identifier="
                          + Wire.encoded(NUMBER + one.number()))
                  .header("IsUnscheduledAccessEvent", "false")
                  .GET()),
          unused -> true);
    }
  }
}
