package org.closeknit.matrix;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.closeknit.matrix.Said.Role;

/** What those ask for who decide, send, seal and oversee; and every way that is left. */
final class OfficeProbing {
  private static final Pattern RECORD = Pattern.compile("name=\"record\"[^>]* value=\"([^\"]+)\"");
  private static final Pattern PAIR = Pattern.compile("href=\"(/matching/[0-9a-f-]{36})\"");
  private static final Pattern PROOF = Pattern.compile("href=\"(/audit/looks/[^/\"]+/proof)\"");

  /** What would take the person's own session away. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "POST /hide",
          "POST /unlock",
          "POST /sign-in",
          "POST /sign-in/passkey",
          "GET /live/notices");

  private static final Predicate<Case> NEVER = unused -> false;

  private final Judge judge;
  private final Person person;
  private final Set<Fact> typed;

  /**
   * @param typed what the person has typed elsewhere, and may read again
   */
  OfficeProbing(Judge judge, Person person, Set<Fact> typed) {
    this.judge = judge;
    this.person = person;
    this.typed = typed;
  }

  private Role role() {
    return person.post().role();
  }

  private Wire wire() {
    return person.wire();
  }

  private List<Case> cases() {
    return person.net().cases();
  }

  private void judge(String route, Collection<Case> of, Wire.Answer answer, Predicate<Case> must) {
    if (answer.status() >= 500) {
      throw new IllegalStateException(answer.status() + " at " + route + " to " + person);
    }
    judge.judge(
        new Judge.Answered(Routes.named(route), person::before, of, typed, answer.whole()), must);
  }

  /** Which records are one child, for whoever decides that. */
  void reviews() {
    boolean decides = role() == Role.DATA_STEWARD;
    for (Case one : cases()) {
      if (decides || one.work() == Said.Work.CONFIRMED) {
        judge(
            "GET /matching/children/{child}",
            List.of(one),
            wire().get("/matching/children/" + one.id()),
            unused -> decides);
      }
    }
    judge("GET /matching", cases(), wire().get("/matching"), NEVER);
  }

  /** What the agencies of the net have sent: an agency's own receipts, and others'. */
  void receipts(World world) {
    if (role() != Role.DATA_STEWARD && role() != Role.ADMINISTRATOR) {
      return;
    }
    for (Said.Party party : List.of(person.post().agency(), person.net().quiet())) {
      for (UUID receipt : world.receipts(party)) {
        String page = "/submissions/" + receipt;
        judge("GET /submissions/{id}", cases(), wire().get(page), NEVER);
        judge(
            "GET /submissions/{id}/refused.csv", cases(), wire().get(page + "/refused.csv"), NEVER);
      }
    }
  }

  /** Says of one child that a record is not of it, so that somebody has to decide. */
  void doubts() {
    Case one = cases().get(Said.Work.CONFIRMED.ordinal());
    String page = "/children/" + one.id() + "/records";
    if (role() == Role.SOCIAL_WORKER) {
      Matcher record = RECORD.matcher(wire().get(page).body());
      if (record.find()) {
        judge(
            "POST /children/{id}/records/doubt",
            List.of(one),
            wire().post(page + "/doubt", Map.of("record", record.group(1), "why", "Another name")),
            NEVER);
      }
    }
  }

  /** The pairs that wait for a data steward. */
  void pairs() {
    Wire.Answer queue = wire().get("/matching");
    judge("GET /matching", cases(), queue, NEVER);
    PAIR.matcher(queue.body())
        .results()
        .map(pair -> pair.group(1))
        .distinct()
        .forEach(pair -> judge("GET /matching/{pair}", cases(), wire().get(pair), NEVER));
  }

  /** Seals a link between who a child was and who it is, and opens both sides. */
  void adoptions() {
    if (role() != Role.ADOPTION_WORKER) {
      return;
    }
    List<Case> confirmed =
        cases().stream().filter(one -> one.work() == Said.Work.CONFIRMED).toList();
    Case present = confirmed.getFirst();
    Case former =
        confirmed.stream()
            .filter(one ->
                one.child().records().get(person.post().agency()) == Said.Restriction.ADOPTED)
            .findFirst()
            .orElseThrow();
    wire().get("/adoptions");
    Wire.Answer link =
        wire()
            .post(
                "/adoptions",
                Map.of(
                    "former",
                    former.localId(person.post().agency()),
                    "present",
                    present.localId(person.post().agency()),
                    "reference",
                    "the blue folder",
                    "why",
                    "The order was made"));
    judge("POST /adoptions", cases(), link, NEVER);
    String page = link.location().replace("#said", "");
    judge("GET /adoptions/{id}", cases(), wire().get(page), NEVER);
    for (Case one : List.of(former, present)) {
      var said = Map.of("side", one == former ? "former" : "present", "why", "A medical question");
      judge("POST /adoptions/{id}", List.of(one), wire().post(page, said), unused -> true);
    }
  }

  /** The proof of a look, for whoever sees to it that nobody looks without need. */
  void proofs() {
    PROOF
        .matcher(wire().get("/audit").body())
        .results()
        .limit(5)
        .forEach(look ->
            judge("GET /audit/looks/{id}/proof", cases(), wire().get(look.group(1)), NEVER));
  }

  /**
   * Each other way, with the id of a sealed child wherever one belongs; under the agreement that
   * opens most, since what shows no child shows it under no agreement.
   */
  void everywhereElse() {
    if (person.net().agreement() != Agreement.BY_A_COUNCILS_WORD) {
      return;
    }
    String sealed = cases().getLast().id().toString();
    for (String name : Routes.all()) {
      String method = name.substring(0, name.indexOf(' '));
      String path = name.substring(name.indexOf(' ') + 1);
      if (path.startsWith("/api") || path.startsWith("/cpis") || LEFT_OUT.contains(name)) {
        continue;
      }
      String asked = path.replaceAll("\\{[^}]+}", sealed).replace("/**", "");
      Wire.Answer answer = method.equals("POST") ? wire().post(asked, Map.of()) : wire().get(asked);
      judge(name, cases(), answer, NEVER);
    }
  }
}
