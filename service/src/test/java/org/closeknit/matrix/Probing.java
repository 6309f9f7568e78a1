package org.closeknit.matrix;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.closeknit.matrix.Said.Asker;
import org.closeknit.matrix.Said.Role;
import org.closeknit.matrix.Said.Stand;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one person can ask for, asked for, of every child of their net. */
final class Probing {
  private static final Set<Role> OPENING_FILES =
      EnumSet.complementOf(
          EnumSet.of(Role.DATA_STEWARD, Role.ADOPTION_WORKER, Role.ADMINISTRATOR, Role.MACHINE));
  private static final Set<Role> LOOKING_FOR_CHILDREN =
      EnumSet.of(
          Role.SOCIAL_WORKER,
          Role.TEAM_MANAGER,
          Role.DUTY_WORKER,
          Role.NAMED_NURSE,
          Role.SAFEGUARDING_LEAD,
          Role.POLICE_OFFICER,
          Role.REPORTER,
          Role.GP);
  private static final Set<Role> IN_AN_EMERGENCY =
      EnumSet.of(Role.NURSE, Role.NAMED_NURSE, Role.POLICE_OFFICER);
  private static final Set<Stand> WORKING = EnumSet.of(Stand.STATED, Stand.CONFIRMED, Stand.DESK);
  private static final Set<String> LOOKED_AT_ALL_OVER = Set.of("NOBODY", "THE_SCHOOL");
  private static final Predicate<Case> NEVER = unused -> false;

  private final Judge judge;
  private final JdbcClient jdbc;
  private final Person person;
  private final Set<Fact> typed = ConcurrentHashMap.newKeySet();

  Probing(Judge judge, JdbcClient jdbc, Person person) {
    this.judge = judge;
    this.jdbc = jdbc;
    this.person = person;
  }

  /** The same person at what is no child's file. */
  OfficeProbing atTheOffice() {
    return new OfficeProbing(judge, person, typed);
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

  private Stand stand(Case one) {
    return Oracle.stand(person.before(one), one.child(), Said.Door.WORK);
  }

  private void judge(String route, Collection<Case> of, Wire.Answer answer, Predicate<Case> must) {
    if (answer.status() >= 500) {
      throw new IllegalStateException(answer.status() + " at " + route + " to " + person);
    }
    judge.judge(
        new Judge.Answered(Routes.named(route), person::before, of, typed, answer.whole()), must);
  }

  /** The pages of each child. */
  void pages() {
    boolean comes = OPENING_FILES.contains(role());
    for (Case one : cases()) {
      String page = "/children/" + one.id();
      judge("GET /children/{id}", List.of(one), wire().get(page), unused -> comes);
      if (comes && one.work() == Said.Work.CONFIRMED) {
        judge(
            "GET /children/{id}/records",
            List.of(one),
            wire().get(page + "/records"),
            unused -> true);
      }
      if (comes
          && one.work() == Said.Work.CONFIRMED
          && LOOKED_AT_ALL_OVER.contains(one.restricted())) {
        judge("GET /children/{id}", List.of(one), wire().get(page + "?view=table"), NEVER);
        judge(
            "GET /children/{id}/looks",
            List.of(one),
            wire().get(page + "/looks"),
            unused -> role() != Role.INFORMATION_GOVERNANCE_OFFICER);
        judge("GET /children/{id}/letter", List.of(one), wire().get(page + "/letter"), NEVER);
      }
    }
  }

  /** The lists of one's own children. */
  void lists() {
    boolean comes = OPENING_FILES.contains(role());
    judge(
        "GET /children",
        cases(),
        wire().get("/children"),
        one -> comes && (isListed(one) || isListedByItsCouncil(one)));
    judge("GET /my-day", cases(), wire().get("/my-day"), this::isListed);
  }

  /** What a council has sealed is on no list of its. */
  private boolean isListedByItsCouncil(Case one) {
    return stand(one) == Stand.DESK
        && one.child().records().get(person.post().agency()) != Said.Restriction.RECORD;
  }

  private boolean isListed(Case one) {
    return stand(one) == Stand.STATED || stand(one) == Stand.CONFIRMED;
  }

  /** A search by number and birth date, and somebody who would register the child. */
  void searches() {
    for (Case one : cases()) {
      boolean finds = LOOKING_FOR_CHILDREN.contains(role());
      if (one.work() != Said.Work.CONFIRMED) {
        continue;
      }
      types(one, Field.NHS_NUMBER, Field.BORN);
      jdbc.sql("delete from search_pace").update();
      Wire.Answer asked = wire().post("/find", Map.of("known", one.number() + " " + one.born()));
      judge("POST /find", List.of(one), asked, NEVER);
      if (asked.status() == 302) {
        judge(
            "GET /find/{id}",
            List.of(one),
            wire().get(asked.location().replace("#said", "")),
            unused -> finds && WORKING.contains(stand(one)));
      }
    }
  }

  private void types(Case one, Field... fields) {
    one.facts().stream().filter(fact -> Set.of(fields).contains(fact.field())).forEach(typed::add);
  }

  /** The health check of a child who is not there. */
  void checks() {
    for (Case one : cases()) {
      if (one.work() != Said.Work.CONFIRMED) {
        continue;
      }
      types(one, Field.NHS_NUMBER, Field.BORN);
      var said = new java.util.HashMap<>(which(one));
      said.put("why", "injury");
      said.put("here", "not_here");
      Wire.Answer asked = wire().post("/check", said);
      judge("POST /check", List.of(one), asked, NEVER);
      if (asked.status() == 302) {
        judge("GET /check/{id}", List.of(one), wire().get(asked.location()), unused -> true);
      }
    }
  }

  /** Opens a child of whom the person knows nothing, and reads it. */
  void emergencies() {
    boolean comes = IN_AN_EMERGENCY.contains(role());
    for (Case one : cases()) {
      if (!comes || one.work() != Said.Work.STATED) {
        continue;
      }
      types(one, Field.NHS_NUMBER, Field.BORN);
      Wire.Answer offer = wire().post("/emergency/child", which(one));
      judge("POST /emergency/child", List.of(one), offer, NEVER);
      boolean offered = offer.status() == 200;
      if (offered != opensInEmergency(one)) {
        judge.disagrees("offered " + offered + " in an emergency to " + person + ": " + one);
      }
      if (offered) {
        opened(one);
      }
    }
  }

  private void opened(Case one) {
    var said = new java.util.HashMap<>(which(one));
    said.put("why", "DANGER");
    said.put("line", "She was found alone");
    said.put("secret", Person.PASSWORD);
    Wire.Answer broken = wire().post("/emergency", said);
    judge("POST /emergency", List.of(one), broken, NEVER);
    Wire.Answer page = wire().get("/children/" + one.id());
    judge.judge(
        new Judge.Answered(
            Routes.named("GET /children/{id}").by(Said.Door.EMERGENCY),
            person::before,
            List.of(one),
            typed,
            page.whole()),
        unused -> true);
    judge("POST /emergency/close", List.of(one), wire().post("/emergency/close", Map.of()), NEVER);
  }

  private static Map<String, String> which(Case one) {
    String[] born = one.born().split("-");
    return Map.of(
        "nhs", one.number(), "born-day", born[2], "born-month", born[1], "born-year", born[0]);
  }

  /** What is offered: a child of whom it would show what others hold and what is shut otherwise. */
  private boolean opensInEmergency(Case one) {
    return opensOthers(one, Said.Door.EMERGENCY) && !opensOthers(one, Said.Door.WORK);
  }

  private boolean opensOthers(Case one, Said.Door door) {
    Asker who = person.before(one);
    return one.facts().stream()
        .flatMap(fact -> fact.senders().stream().map(fact::by))
        .filter(thing -> !thing.sender().equals(who.agency()))
        .anyMatch(thing -> Oracle.reads(who, one.child(), door, thing));
  }
}
