package org.closeknit.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closeknit.access.Access;
import org.closeknit.access.Gate;
import org.closeknit.access.Item;
import org.closeknit.access.Seal;
import org.closeknit.access.Terms;
import org.closeknit.access.Wall;
import org.closeknit.match.People;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is near between somebody and a child, out of those records alone that the looker's own
 * agency may read: what an officer is told gives away nothing that the agency may not know.
 */
@Component
class Closeness {
  /** Of a British postcode: the street's has all but the space, the sector's lacks two letters. */
  private static final int LETTERS_OF_A_STREET = 2;

  private final JdbcClient jdbc;
  private final Access access;
  private final People people;
  private final NameCounts names;
  private final Wall wall;

  Closeness(JdbcClient jdbc, Access access, People people, NameCounts names, Wall wall) {
    this.jdbc = jdbc;
    this.wall = wall;
    this.access = access;
    this.people = people;
    this.names = names;
  }

  static String street(String postcode) {
    return postcode.replace(" ", "").toUpperCase(Locale.ROOT);
  }

  static String sector(String street) {
    return street.length() <= LETTERS_OF_A_STREET
        ? ""
        : street.substring(0, street.length() - LETTERS_OF_A_STREET);
  }

  private record Written(String family, String postcode) {}

  /** Somebody grown who is related to the child, as one agency says. */
  private record Related(RecordId who, WholeName name) {}

  Nearness of(LookedAt look, Colleagues colleagues) {
    Optional<ChildRecords> child =
        people.child(look.child()).filter(one -> !Seal.isFormerIdentity(one, look.agency()));
    Optional<WholeName> looker = WholeName.of(look.name());
    if (child.isEmpty() || looker.isEmpty()) {
      return Nearness.NONE;
    }
    Terms terms = access.terms(look.agency());
    List<AgencyRecord> open = open(look, child.get(), terms);
    List<Written> written = written(open);
    List<WholeName> adults = adults(open, look.agency());
    return new Nearness(
        familyName(looker.get(), written),
        adults.stream()
            .filter(looker.get()::equals)
            .findFirst()
            .map(name -> new Nearness.ParentsName(names.today().adult(name))),
        colleague(look, looker.get(), adults, colleagues),
        teamsName(look, looker.get(), written, colleagues),
        home(look, child.get(), open, colleagues));
  }

  private static List<AgencyRecord> open(LookedAt look, ChildRecords child, Terms terms) {
    return child.records().stream()
        .filter(record ->
            record.keeper().equals(look.agency()) || terms.shows(child, record, Item.PEOPLE))
        .toList();
  }

  private Optional<Nearness.FamilyName> familyName(WholeName looker, List<Written> written) {
    return written.stream()
        .map(one -> WholeName.family(one.family()))
        .filter(looker.family()::equals)
        .findFirst()
        .map(name -> new Nearness.FamilyName(names.today().family(name)));
  }

  private Optional<Nearness.Colleague> colleague(
      LookedAt look, WholeName looker, List<WholeName> adults, Colleagues colleagues) {
    return adults.stream()
        .filter(name -> !name.equals(looker))
        .flatMap(name ->
            colleagues
                .named(name, look.actor())
                .map(one ->
                    new Nearness.Colleague(
                        one.name(), one.team(), names.today().adult(name), one.among()))
                .stream())
        .findFirst();
  }

  private Optional<Nearness.TeamsName> teamsName(
      LookedAt look, WholeName looker, List<Written> written, Colleagues colleagues) {
    return written.stream()
        .map(one -> WholeName.family(one.family()))
        .filter(name -> !name.isEmpty() && !name.equals(looker.family()))
        .flatMap(name ->
            colleagues
                .ofTeamNamed(name, look.actor())
                .map(one ->
                    new Nearness.TeamsName(one.name(), names.today().family(name), one.among()))
                .stream())
        .findFirst();
  }

  private Optional<Nearness.Home> home(
      LookedAt look, ChildRecords child, List<AgencyRecord> open, Colleagues colleagues) {
    String home = street(colleagues.home(look.actor()));
    if (home.isEmpty()) {
      return Optional.empty();
    }
    Set<RecordId> told =
        Seal.unrestricted(child).map(ChildRecords::ids).map(Set::copyOf).orElse(Set.of());
    List<String> codes =
        written(open.stream().filter(one -> told.contains(one.id())).toList()).stream()
            .map(one -> street(one.postcode()))
            .filter(code -> !code.isEmpty())
            .toList();
    if (codes.contains(home)) {
      return Optional.of(new Nearness.Home(true, names.today().place(home)));
    }
    String sector = sector(home);
    return codes.stream().map(Closeness::sector).anyMatch(sector::equals)
        ? Optional.of(new Nearness.Home(false, names.today().place(sector)))
        : Optional.empty();
  }

  private List<Written> written(Collection<AgencyRecord> records) {
    return jdbc.sql("select family_name, postcode from person_record where id = any(:ids::uuid[])")
        .param("ids", ids(records))
        .query((row, unused) -> new Written(row.getString(1), row.getString(2)))
        .list();
  }

  /** The child's grown relatives as the looker's own agency says. */
  private List<WholeName> adults(List<AgencyRecord> open, AgencyId agency) {
    List<Related> related = related(open, agency);
    Set<RecordId> hidden =
        people.behind(related.stream().map(Related::who).distinct().toList()).stream()
            .filter(one -> Seal.hides(one, agency))
            .flatMap(one -> one.ids().stream())
            .collect(Collectors.toSet());
    return related.stream()
        .filter(one -> !hidden.contains(one.who()))
        .map(Related::name)
        .distinct()
        .toList();
  }

  private List<Related> related(Collection<AgencyRecord> records, AgencyId agency) {
    wall.keep(Gate.RELATIONSHIPS, agency);
    return jdbc
        .sql(
            """
            select r.other_record_id, p.given_names, p.family_name
              from relationship r join person_record p on p.id = r.other_record_id
             where r.record_id = any(:ids::uuid[]) and r.agency_id = :agency
               and r.withdrawn_on is null and p.withdrawn_on is null and p.kind = 'ADULT'
            """)
        .param("ids", ids(records))
        .param("agency", agency.value())
        .query(Closeness::related)
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Related> related(ResultSet row, int unused) throws SQLException {
    var who = new RecordId(row.getObject("other_record_id", UUID.class));
    return WholeName.of(row.getString("given_names"), row.getString("family_name"))
        .map(name -> new Related(who, name));
  }

  private static String[] ids(Collection<AgencyRecord> records) {
    return records.stream().map(one -> one.id().toString()).toArray(String[]::new);
  }
}
