package org.closeknit.match;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.linkage.Likeness;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people whom agencies hold records of, each as the set of those records. */
@Component
public class People {
  private static final int MATCHES_AT_A_TIME = 2_000;

  private final Arrivals arrivals;
  private final Records records;
  private final Persons persons;
  private final Outcomes outcomes;
  private final Lookup lookup;
  private final Census census;

  People(
      Arrivals arrivals,
      Records records,
      Persons persons,
      Outcomes outcomes,
      Lookup lookup,
      Census census) {
    this.arrivals = arrivals;
    this.records = records;
    this.persons = persons;
    this.outcomes = outcomes;
    this.lookup = lookup;
    this.census = census;
  }

  /**
   * Takes records in and finds the person of each; all stand, or none, with the caller's
   * transaction.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Taken> take(List<NewRecord> lines) {
    return arrivals.take(lines);
  }

  /** A line spoke of a record that stays as it is: its sender may ask what became of the line. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void spokenOf(RecordId record, UUID submission, int line) {
    records.alsoSpokenOf(record, submission, line);
  }

  /** A person by an id that they have now or had before a join. */
  public Optional<ChildRecords> child(ChildId id) {
    return persons.withId(id).stream().findFirst();
  }

  /** The person that a record is held to be of; none for one that was withdrawn. */
  public Optional<ChildRecords> behind(RecordId record) {
    return persons.behind(List.of(record)).stream().findFirst();
  }

  /** The people that some records are held to be of, each once. */
  public List<ChildRecords> behind(Collection<RecordId> of) {
    return of.isEmpty() ? List.of() : persons.behind(of);
  }

  /** The record behind an agency's own id, unless it was withdrawn. */
  public Optional<RecordId> record(AgencyId agency, String localId) {
    return Optional.ofNullable(records(agency, List.of(localId)).get(localId));
  }

  /** The records behind an agency's own ids; those that are unknown or withdrawn are left out. */
  public Map<String, RecordId> records(AgencyId agency, Collection<String> localIds) {
    return records.byLocalId(agency, localIds).values().stream()
        .filter(record -> !record.says().withdrawn())
        .collect(Collectors.toMap(record -> record.says().localId(), PersonRecord::id));
  }

  /** A keeper's own ids for records of its; everybody else's are left out. */
  public Map<RecordId, String> localIds(AgencyId keeper, Collection<RecordId> of) {
    return records.all(of).stream()
        .filter(one -> one.keeper().equals(keeper))
        .collect(Collectors.toMap(PersonRecord::id, one -> one.says().localId()));
  }

  public Found byNumber(NhsNumber number) {
    return seen(persons.withNhsNumber(number.digits()));
  }

  public Found byChi(ChiNumber number) {
    return seen(persons.withChiNumber(number.digits()));
  }

  /** Those with each of many numbers; a number that nobody has is left out. */
  public Map<NhsNumber, List<ChildRecords>> withNumbers(Collection<NhsNumber> numbers) {
    Map<String, List<ChildRecords>> found =
        persons.withNhsNumbers(numbers.stream().map(NhsNumber::digits).toList());
    return numbers.stream()
        .distinct()
        .filter(number -> found.containsKey(number.digits()))
        .collect(Collectors.toMap(Function.identity(), number -> found.get(number.digits())));
  }

  /** By name, birth date and one more fact; the engine must be as sure as for a join. */
  @Transactional(readOnly = true)
  public Found byDetails(Details details) {
    return found(lookup.fitting(details));
  }

  /**
   * The records that may be of the person of whom somebody says this: for whoever shows of them
   * what a permit opens.
   */
  @Transactional(readOnly = true)
  public Map<RecordId, Likeness> alike(NewRecord said) {
    return lookup.alike(said);
  }

  /** Whether a birth date fits one that an agency holds of this person, or none is held. */
  public boolean mayBeBorn(ChildRecords person, PartialDate born) {
    List<PartialDate> held = birthDates(person);
    return held.isEmpty() || fits(held, born);
  }

  /** Whether an agency holds a birth date of this person that fits. */
  public boolean isBorn(ChildRecords person, PartialDate born) {
    return fits(birthDates(person), born);
  }

  private List<PartialDate> birthDates(ChildRecords person) {
    return records.all(person.ids()).stream()
        .flatMap(record -> record.says().birthDate().stream())
        .toList();
  }

  private static boolean fits(List<PartialDate> held, PartialDate born) {
    return held.stream()
        .anyMatch(one ->
            !one.latest().isBefore(born.earliest()) && !born.latest().isBefore(one.earliest()));
  }

  /** The agencies' own records that a permit opens, the earliest first. */
  public List<PersonRecord> read(Permit permit) {
    return records.all(permit.records(Item.PEOPLE));
  }

  /**
   * What became of records that a submission spoke of, in the order of its lines, a page at a time:
   * whoever hands them to a slow reader holds nothing of the database meanwhile.
   *
   * @param behind the line behind which the page begins
   * @param across whether the reader may see across agencies; whoever lets them writes the audit
   *     entry
   */
  public List<Matched> matches(UUID submission, boolean across, int behind) {
    return outcomes.ofSubmission(submission, across, behind, MATCHES_AT_A_TIME);
  }

  /** How many children an agency keeps a record of, those whose record has ended left out. */
  public int children(AgencyId keeper) {
    return census.children(keeper);
  }

  /** Of those, how many carry neither an NHS nor a CHI number. */
  public int childrenWithoutNumber(AgencyId keeper) {
    return census.childrenWithoutNumber(keeper);
  }

  /** Those children, for their keeper alone: its own ids, the earliest first. */
  public Map<RecordId, String> childrenWithoutNumber(AgencyId keeper, int offset, int limit) {
    return census.withoutNumber(keeper, offset, limit);
  }

  /**
   * Records of children in the order of their names; those that their keeper has sealed left out.
   */
  public List<RecordId> byName(Collection<RecordId> among) {
    return census.byName(among);
  }

  /** Of some records of one keeper, for it alone: its own ids of those that carry no number. */
  public Map<RecordId, String> withoutNumber(Collection<RecordId> among) {
    return census.withoutNumber(among);
  }

  /** One person of several that fit, by itself. */
  public Found.One only(ChildRecords child) {
    return new Found.One(child, persons.perhaps(child));
  }

  private Found seen(List<Persons.Seen> having) {
    return having.size() == 1
        ? new Found.One(having.getFirst().person(), persons.perhaps(having.getFirst()))
        : found(having.stream().map(Persons.Seen::person).toList());
  }

  private Found found(List<ChildRecords> fitting) {
    return switch (fitting.size()) {
      case 0 -> new Found.None();
      case 1 -> only(fitting.getFirst());
      default -> new Found.Several(fitting);
    };
  }
}
