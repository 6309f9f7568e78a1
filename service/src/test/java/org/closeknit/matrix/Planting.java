package org.closeknit.matrix;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.closeknit.matrix.Said.Handling;
import org.closeknit.matrix.Said.Party;
import org.closeknit.matrix.Said.Restriction;
import org.closeknit.matrix.Said.Work;

/** Writes the files that agencies send, and remembers each fact that stands in them. */
final class Planting {
  private static final List<Field> OF_A_RECORD =
      List.of(
          Field.PREVIOUS_NAME,
          Field.ADDRESS,
          Field.ADDRESS_VERIFIED_BY,
          Field.PHONE,
          Field.LANGUAGE,
          Field.SCHOOL);
  private static final LocalDate FIRST_BORN = LocalDate.of(2009, 1, 10);
  private static final LocalDate FIRST_PLAN = LocalDate.of(2024, 1, 10);

  private final Marks marks;
  private final Map<Party, Files> files = new HashMap<>();
  private int children;
  private int records;

  Planting(Marks marks) {
    this.marks = marks;
  }

  /** The files of an agency, by kind, in the order in which they are sent. */
  Map<String, String> files(Party party) {
    return files.computeIfAbsent(party, unused -> new Files()).whole();
  }

  /** Its people once more, as far as it restricts them. */
  Optional<String> restricted(Party party) {
    return files.computeIfAbsent(party, unused -> new Files()).atLast();
  }

  void child(Net net, String restricted, Work work, Said.Child child) {
    children++;
    String surname = marks.word();
    String first = marks.word();
    String number = Issued.nhs(children);
    LocalDate born = FIRST_BORN.plusDays(children * 7L);
    var localIds = new HashMap<Party, String>();
    net.parties().forEach(party -> localIds.put(party, marks.word()));
    var one = new Case(net, restricted, work, child, number, born.toString(), localIds);
    net.cases().add(one);
    Set<Party> all = new LinkedHashSet<>(net.parties());
    marks.stands(surname, alike(one, Field.SURNAME, all));
    marks.stands(first, alike(one, Field.FIRST_NAME, all));
    marks.number(number, alike(one, Field.NHS_NUMBER, all));
    marks.day(born, alike(one, Field.BORN, all));
    marks.stands(
        net.quiet().id().substring("quiet-".length()),
        alike(one, Field.PRESENCE, Set.of(net.quiet())));
    for (Party party : net.parties()) {
      person(one, party, surname, first);
      events(one, party);
      if (net.speaksOfWork(party)) {
        works(one, party);
      }
      if (net.hasVisits(party)) {
        visits(one, party);
      }
    }
    if (work != Work.NONE) {
      status(one);
    }
    relative(one);
  }

  private void person(Case one, Party party, String surname, String first) {
    records++;
    var cells = new LinkedHashMap<String, String>();
    cells.put("local_id", one.localId(party));
    marks.stands(one.localId(party), fact(one, Field.LOCAL_ID, party, Handling.SHARED));
    cells.put("kind", "child");
    cells.put("nhs_number", one.number());
    cells.put("nhs_number_verified", "yes");
    cells.put("family_name", surname);
    cells.put("given_names", first);
    cells.put("birth_date", one.born());
    for (Field field : OF_A_RECORD) {
      cells.put(field.column(), mark(one, field, party, Handling.SHARED));
    }
    String postcode = Issued.postcode(records);
    marks.postcode(postcode, fact(one, Field.POSTCODE, party, Handling.SHARED));
    cells.put("postcode", postcode);
    String chi = "";
    if (party.equals(one.net().reporter())) {
      chi = Issued.chi(children);
      marks.number(chi, fact(one, Field.CHI_NUMBER, party, Handling.SHARED));
    }
    cells.put("chi_number", chi);
    Restriction restriction = one.child().records().getOrDefault(party, Restriction.NONE);
    cells.put("restricted", "none");
    line(party, "people", cells);
    if (restriction != Restriction.NONE) {
      cells.put("restricted", restriction.name().toLowerCase(Locale.ROOT));
      files.computeIfAbsent(party, unused -> new Files()).lineAtLast(cells);
    }
  }

  private void events(Case one, Party party) {
    for (Handling handling : Handling.values()) {
      var cells = new LinkedHashMap<String, String>();
      cells.put("local_id", one.localId(party));
      cells.put("date", "2026-0%d-11".formatted(1 + handling.ordinal()));
      for (Field field : Field.values()) {
        if (field.kind() == Said.Kind.EVENTS) {
          cells.put(field.column(), mark(one, field, party, handling));
        }
      }
      cells.put("source_kind", "told");
      cells.put("handling", word(handling));
      line(party, "events", cells);
    }
  }

  private static String word(Handling handling) {
    return handling == Handling.NO_KNOWN_WORD
        ? "for the director"
        : handling.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A council speaks of work only where it has a word on the child. */
  private void works(Case one, Party party) {
    if (one.work() == Work.NONE && party.equals(one.net().council())) {
      return;
    }
    for (Handling handling : List.of(Handling.SHARED, Handling.BROKER)) {
      var cells = new LinkedHashMap<String, String>();
      cells.put("local_id", one.localId(party));
      cells.put("worker_id", mark(one, Field.WORKER_ID, party, handling));
      cells.put("worker_name", mark(one, Field.WORKER, party, handling));
      cells.put("role", mark(one, Field.WORKER_ROLE, party, handling));
      cells.put("team", mark(one, Field.WORKER_TEAM, party, handling));
      cells.put("phone", "ask for " + mark(one, Field.WORKER_PHONE, party, handling));
      cells.put("email", mark(one, Field.WORKER_EMAIL, party, handling) + "@example.org");
      cells.put("from", "2022-02-02");
      cells.put("handling", handling == Handling.BROKER ? "broker" : "open");
      line(party, "involvements", cells);
    }
    for (Net.Post post : one.net().posts()) {
      if (post.works() && post.agency().equals(party) && one.work() != Work.NONE) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("local_id", one.localId(party));
        cells.put("worker_id", Person.workerId(post));
        cells.put("worker_name", Person.user(post));
        cells.put("role", post.role().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        cells.put("team", "");
        cells.put("phone", "");
        cells.put("email", "");
        cells.put("from", "2022-02-02");
        cells.put("handling", "open");
        line(party, "involvements", cells);
      }
    }
  }

  private void visits(Case one, Party party) {
    for (Handling handling : List.of(Handling.SHARED, Handling.AGENCY_ONLY)) {
      var cells = new LinkedHashMap<String, String>();
      cells.put("local_id", one.localId(party));
      cells.put("arrived", handling == Handling.SHARED ? "2026-02-03" : "2026-02-21");
      cells.put("setting", "emergency");
      cells.put("planned", "no");
      cells.put("kept", "yes");
      for (Field field : Field.values()) {
        if (field.kind() == Said.Kind.VISITS) {
          cells.put(field.column(), mark(one, field, party, handling));
        }
      }
      cells.put("handling", word(handling));
      line(party, "visits", cells);
    }
  }

  private void status(Case one) {
    Party council = one.net().council();
    LocalDate start = FIRST_PLAN.plusDays(children * 3L);
    marks.day(start, fact(one, Field.STATUS_START, council, Handling.SHARED));
    var cells = new LinkedHashMap<String, String>();
    cells.put("local_id", one.localId(council));
    cells.put("family_name", "");
    cells.put("status", "CPP");
    cells.put("category", mark(one, Field.STATUS_CATEGORY, council, Handling.SHARED));
    cells.put("start_date", start.toString());
    cells.put("office_phone", "ask " + mark(one, Field.STATUS_PHONE, council, Handling.SHARED));
    cells.put(
        "emergency_phone", "ask " + mark(one, Field.STATUS_NIGHT_PHONE, council, Handling.SHARED));
    line(council, "statuses", cells);
  }

  /** The mother, as the school keeps her and shares that she is. */
  private void relative(Case one) {
    Party school = one.net().school();
    var cells = new LinkedHashMap<String, String>();
    String id = marks.word();
    cells.put("local_id", id);
    cells.put("kind", "adult");
    cells.put("nhs_number", "");
    cells.put("nhs_number_verified", "");
    cells.put("family_name", mark(one, Field.RELATIVE, school, Handling.SHARED));
    cells.put("given_names", marks.word());
    cells.put("birth_date", "1985");
    for (Field field : OF_A_RECORD) {
      cells.put(field.column(), "");
    }
    cells.put("postcode", "");
    cells.put("chi_number", "");
    cells.put("restricted", "none");
    line(school, "people", cells);
    var ties = new LinkedHashMap<String, String>();
    ties.put("local_id", one.localId(school));
    ties.put("other_local_id", id);
    ties.put("relationship", "mother");
    ties.put("handling", "shared");
    line(school, "relationships", ties);
  }

  private void line(Party party, String kind, Map<String, String> cells) {
    files.computeIfAbsent(party, unused -> new Files()).line(kind, cells);
  }

  private String mark(Case one, Field field, Party sender, Handling handling) {
    String word = marks.word();
    marks.stands(word, fact(one, field, sender, handling));
    return word;
  }

  private static Fact fact(Case one, Field field, Party sender, Handling handling) {
    return kept(new Fact(one, field, Set.of(sender), handling));
  }

  /** What all of a child's records say. */
  private static Fact alike(Case one, Field field, Set<Party> senders) {
    return kept(new Fact(one, field, senders, Handling.SHARED));
  }

  private static Fact kept(Fact fact) {
    fact.of().facts().add(fact);
    return fact;
  }
}
