package org.closeknit.matrix;

import static org.closeknit.matrix.Field.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closeknit.matrix.Said.Door;

/**
 * Every way into the service by name: what it may show of a child, or that it shows nothing of one.
 * A way that is not named here fails the build.
 */
final class Routes {
  private static final Set<Field> NOTHING = EnumSet.noneOf(Field.class);
  private static final Set<Field> A_LETTER = EnumSet.of(SURNAME, FIRST_NAME, PRESENCE);
  private static final Set<Field> A_RECORD =
      EnumSet.of(
          LOCAL_ID,
          SURNAME,
          FIRST_NAME,
          PREVIOUS_NAME,
          NHS_NUMBER,
          CHI_NUMBER,
          BORN,
          ADDRESS,
          ADDRESS_VERIFIED_BY,
          POSTCODE,
          PHONE,
          LANGUAGE,
          SCHOOL);

  private static final List<Route> READING =
      List.of(
          reads(
              "GET /children/{id}",
              Door.WORK,
              EnumSet.of(CATEGORY, CHI_NUMBER, PRESENCE),
              EnumSet.of(
                  SURNAME,
                  FIRST_NAME,
                  NHS_NUMBER,
                  BORN,
                  LANGUAGE,
                  STATUS_CATEGORY,
                  STATUS_START,
                  WORKER,
                  WORKER_ROLE,
                  WORKER_TEAM,
                  WORKER_PHONE,
                  WORKER_EMAIL,
                  HEADLINE,
                  DETAIL,
                  SOURCE,
                  ACTION,
                  CHILD_WORDS,
                  HEARD_BY,
                  VISIT_REASON,
                  CAME_WITH)),
          reads("GET /children/{id}/records", Door.WORK, EnumSet.of(PRESENCE), A_RECORD),
          reads(
              "GET /children/{id}/looks",
              Door.LOOKS,
              EnumSet.of(CHI_NUMBER, PRESENCE),
              EnumSet.of(SURNAME, FIRST_NAME, NHS_NUMBER, BORN, LANGUAGE)),
          reads(
              "GET /children",
              Door.WORK,
              EnumSet.of(SCHOOL),
              EnumSet.of(SURNAME, FIRST_NAME, BORN)),
          reads(
              "GET /my-day",
              Door.WORK,
              EnumSet.of(WORKER, WORKER_ROLE),
              EnumSet.of(SURNAME, FIRST_NAME, BORN)),
          reads("GET /children/{id}/letter", Door.LOOKS, A_LETTER, NOTHING),
          reads("POST /children/{id}/letter/wait", Door.LOOKS, A_LETTER, NOTHING),
          reads("POST /children/{id}/letter/wait-no-longer", Door.LOOKS, A_LETTER, NOTHING),
          reads("GET /findings", Door.LOOKS, NOTHING, NOTHING),
          reads("GET /watched-children", Door.SENT, EnumSet.of(LOCAL_ID), NOTHING),
          reads("POST /find", Door.WORK, NOTHING, NOTHING),
          reads(
              "GET /find/{id}",
              Door.SEARCH,
              EnumSet.of(PRESENCE),
              EnumSet.of(SURNAME, FIRST_NAME, BORN)),
          reads("POST /register", Door.SEARCH, EnumSet.of(PRESENCE), NOTHING),
          reads(
              "GET /api/chronology",
              Door.WORK,
              EnumSet.of(PRESENCE, STATUS_START),
              EnumSet.of(
                  CATEGORY,
                  HEADLINE,
                  DETAIL,
                  SOURCE,
                  IMPACT,
                  ACTION,
                  OUTCOME,
                  CHILD_WORDS,
                  HEARD_BY,
                  STATUS_CATEGORY,
                  VISIT_REASON,
                  CAME_WITH)),
          reads("POST /check", Door.CARE, NOTHING, NOTHING),
          reads(
              "GET /check/{id}",
              Door.CARE,
              EnumSet.of(VISIT_REASON),
              EnumSet.of(STATUS_START, STATUS_PHONE, STATUS_NIGHT_PHONE)),
          reads(
              "GET /cpis/FHIR/R4/CareTeam",
              Door.CARE,
              NOTHING,
              EnumSet.of(STATUS_START, STATUS_PHONE, STATUS_NIGHT_PHONE)),
          reads("GET /cpis/FHIR/R4/AuditEvent", Door.CARE, NOTHING, NOTHING),
          reads("GET /matching", Door.REVIEW, A_RECORD, NOTHING),
          reads("GET /matching/{pair}", Door.REVIEW, with(A_RECORD, RELATIVE), NOTHING),
          reads(
              "GET /matching/children/{child}",
              Door.REVIEW,
              with(A_RECORD, PRESENCE),
              EnumSet.of(LOCAL_ID)),
          reads("POST /matching/find", Door.REVIEW, A_RECORD, NOTHING),
          reads(
              "POST /adoptions/{id}",
              Door.ADOPTION,
              EnumSet.of(CHI_NUMBER),
              EnumSet.of(SURNAME, FIRST_NAME, BORN, NHS_NUMBER, LOCAL_ID)),
          reads("GET /api/notices", Door.SENT, EnumSet.of(LOCAL_ID), NOTHING),
          reads("GET /api/submissions/{id}", Door.RECEIPT, NOTHING, EnumSet.of(LOCAL_ID)),
          reads("GET /api/submissions/{id}/matches", Door.RECEIPT, NOTHING, EnumSet.of(LOCAL_ID)),
          reads("GET /submissions/{id}", Door.RECEIPT, EnumSet.of(LOCAL_ID), NOTHING),
          reads("GET /submissions/{id}/refused.csv", Door.RECEIPT, EnumSet.of(LOCAL_ID), NOTHING),
          reads("GET /quality", Door.SENT, EnumSet.of(LOCAL_ID), NOTHING),
          reads("GET /quality/{agency}", Door.SENT, EnumSet.of(LOCAL_ID), NOTHING));

  /** About agencies, people who work there, the service itself, or what is still to be asked. */
  static final Set<String> ABOUT_NO_CHILD =
      Set.of(
          "GET /",
          "GET /help",
          "GET /help/accessibility",
          "GET /help/who-can-see-what",
          "GET /rules",
          "GET /sign-in",
          "GET /passkeys",
          "GET /unlock",
          "GET /blank",
          "GET /begin/{token}",
          "GET /welcome/{token}",
          "GET /find",
          "GET /register",
          "GET /check",
          "GET /check/name",
          "GET /emergency",
          "GET /emergencies",
          "GET /live/notices",
          "GET /submissions",
          "GET /submissions/examples/{kind}.csv",
          "GET /matching/waiting",
          "GET /matching/models",
          "GET /adoptions",
          "GET /adoptions/{id}",
          "GET /audit",
          "GET /audit/log.zip",
          "GET /audit/looks/{id}/proof",
          "GET /audit/erasures",
          "GET /agencies",
          "GET /agencies/new",
          "GET /agencies/{id}",
          "GET /agencies/{id}/change",
          "GET /agencies/{id}/end",
          "GET /agencies/{id}/people/new",
          "GET /agencies/{id}/people/{person}",
          "GET /agencies/{id}/systems/new",
          "GET /agencies/{id}/systems/{client}/secret",
          "GET /agencies/{id}/systems/{client}/end",
          "GET /agencies/{id}/systems/{client}/keys",
          "GET /agencies/{id}/systems/{client}/keys/{key}/end",
          "GET /agreements",
          "GET /agreements/new",
          "GET /agreements/{id}",
          "GET /agreements/{id}/end",
          "GET /agreements/{id}/leave",
          "GET /actuator",
          "GET /actuator/health",
          "GET /actuator/health/**",
          "* /error",
          "* /api/submissions",
          "* /api/submissions/{id}",
          "* /api/submissions/{id}/matches",
          "* /api/submissions/**");

  /** What they answer is a redirect, a form anew, or that nothing is there. */
  static final Set<String> WRITING =
      Set.of(
          "POST /sign-in",
          "POST /findings/{id}",
          "POST /watched-children/news",
          "POST /watched-children/canary",
          "POST /watched-children/homes",
          "POST /watched-children/{record}/off",
          "POST /sign-in/passkey",
          "POST /sign-in/passkey/options",
          "POST /passkeys",
          "POST /passkeys/options",
          "POST /passkeys/remove",
          "POST /hide",
          "POST /unlock",
          "POST /begin/{token}",
          "POST /welcome/{token}",
          "POST /oauth2/token",
          "POST /children/{id}/records/doubt",
          "POST /children/{id}/team/{involvement}/confirm",
          "POST /register/new",
          "POST /emergency",
          "POST /emergency/child",
          "POST /emergency/close",
          "POST /emergencies/{id}",
          "POST /emergencies/hours",
          "POST /notices/{id}/have",
          "POST /notices/{id}/answer",
          "POST /matching/{pair}",
          "POST /matching/{pair}/undo",
          "POST /matching/{pair}/answer",
          "POST /matching/children/{child}",
          "POST /matching/models",
          "POST /adoptions",
          "POST /adoptions/{id}/end",
          "POST /submissions",
          "POST /submissions/trial",
          "POST /api/submissions",
          "POST /api/notices/{id}/acknowledged",
          "POST /audit/erasures",
          "POST /audit/erasures/{id}",
          "POST /agencies/no-answer-phone",
          "POST /agencies/new",
          "POST /agencies/{id}/change",
          "POST /agencies/{id}/end",
          "POST /agencies/{id}/people/new",
          "POST /agencies/{id}/people/{person}",
          "POST /agencies/{id}/people/{person}/link",
          "POST /agencies/{id}/people/{person}/end",
          "POST /agencies/{id}/systems/new",
          "POST /agencies/{id}/systems/{client}/secret",
          "POST /agencies/{id}/systems/{client}/end",
          "POST /agencies/{id}/systems/{client}/keys",
          "POST /agencies/{id}/systems/{client}/keys/{key}/end",
          "POST /agreements/new",
          "POST /agreements/{id}",
          "POST /agreements/{id}/end",
          "POST /agreements/{id}/leave");

  private static final Map<String, Route> BY_NAME =
      READING.stream().collect(Collectors.toMap(Route::name, Function.identity()));

  private Routes() {}

  private static Route reads(String name, Door door, Set<Field> may, Set<Field> must) {
    return new Route(name, door, may, must);
  }

  private static Set<Field> with(Set<Field> fields, Field more) {
    var all = EnumSet.copyOf(fields);
    all.add(more);
    return all;
  }

  /** What a way may show; nothing for one that reads no child. */
  static Route named(String name) {
    Route route = BY_NAME.get(name);
    if (route != null) {
      return route;
    }
    if (!ABOUT_NO_CHILD.contains(name) && !WRITING.contains(name)) {
      throw new IllegalArgumentException(name + " is not in the matrix");
    }
    return new Route(name, Door.WORK, NOTHING, NOTHING);
  }

  static Set<String> all() {
    var all = new java.util.HashSet<>(BY_NAME.keySet());
    all.addAll(ABOUT_NO_CHILD);
    all.addAll(WRITING);
    return all;
  }
}
