package org.closeknit.journeys.families;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.journeys.cast.Cast;
import org.closeknit.journeys.tables.Tables;

/** The made-up families of one seed on one day: what each agency sends, and who is truly who. */
public final class MadeUpFamilies {

  /** The seed of the families that come with the service. */
  public static final long SHIPPED_SEED = 2008;

  private final Filings filings = new Filings();
  private final List<Truth> truth = new ArrayList<>();
  private final Map<String, LocalDate> birthDays = new HashMap<>();
  private final Map<String, Line> people = new HashMap<>();

  private MadeUpFamilies() {}

  public static MadeUpFamilies of(long seed, LocalDate today, Cast cast) {
    MadeUpFamilies made = new MadeUpFamilies();
    Draw draw = new Draw(seed);
    WrittenFamilies written = new WrittenFamilies(today);
    made.take(written);
    Numbers numbers = new Numbers(draw.apart("numbers"), written.numbers());
    List<Family> families = Neighbourhood.of(draw.apart("families"), numbers, today);
    made.tell(families, draw, cast, today, written);
    return made;
  }

  private void take(WrittenFamilies written) {
    for (WrittenFamilies.Entry entry : written.people()) {
      note(entry.agency(), entry.line(), entry.person(), entry.family());
      String born = entry.line().get("birth_date");
      if (born.length() == 10) {
        birthDays.putIfAbsent(entry.person(), LocalDate.parse(born));
      }
    }
    written.file(filings);
  }

  private void tell(
      List<Family> families, Draw draw, Cast cast, LocalDate today, WrittenFamilies written) {
    Books books = new Books(draw.apart("books"), cast, today);
    Relationships relationships = new Relationships(filings);
    Statuses statuses = new Statuses(draw.apart("statuses"), cast, filings, today);
    Involvements involvements = new Involvements(draw.apart("involvements"), cast, filings, today);
    cast.workers().forEach(w -> involvements.has(w.workerId(), written.caseload(w.workerId())));
    Events events = new Events(draw.apart("events"), cast, filings, today);
    Visits visits = new Visits(draw.apart("visits"), filings, today);
    for (Family family : families) {
      List<Held> held = books.of(family);
      held.forEach(this::note);
      relationships.file(held);
      statuses.file(held);
      involvements.file(held);
      events.file(held);
      visits.file(held);
    }
  }

  private void note(Held held) {
    filings.add(held.agency(), held.line());
    String person = "person-" + held.person().number();
    birthDays.put(person, held.person().day());
    note(held.agency(), held.line(), person, held.family().number());
  }

  private void note(String agency, Line line, String person, int family) {
    truth.add(new Truth(agency, line.get("local_id"), person, line.get("kind"), family));
    people.put(agency + " " + line.get("local_id"), line);
  }

  public List<String> agencies() {
    return filings.agencies();
  }

  /** Lines of an agency's submission, in the order of the columns; empty when it has none. */
  public List<List<String>> lines(String agency, Filed filed) {
    return filings.of(agency, filed).stream().map(Line::inOrder).toList();
  }

  /** The submission as it is sent. */
  public byte[] csv(String agency, Filed filed) {
    return Tables.bytes(filed.columns(), lines(agency, filed));
  }

  public List<Truth> truth() {
    return List.copyOf(truth);
  }

  public byte[] truthCsv() {
    return Tables.bytes(
        List.of("agency", "local_id", "person", "kind", "family"),
        truth.stream()
            .sorted(Comparator.comparing(Truth::agency).thenComparing(Truth::localId))
            .map(t -> List.of(t.agency(), t.localId(), t.person(), t.kind(), "" + t.family()))
            .toList());
  }

  public Figures figures() {
    return Figures.of(this);
  }

  Filings filings() {
    return filings;
  }

  Line person(Truth record) {
    return Optional.ofNullable(people.get(record.agency() + " " + record.localId())).orElseThrow();
  }

  LocalDate birthDay(String person) {
    return Optional.ofNullable(birthDays.get(person)).orElseThrow();
  }
}
