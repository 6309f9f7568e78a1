package org.closeknit.match;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.closeknit.linkage.Likeness;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;

/**
 * What is held of records whose pairs somebody decides, whoever keeps them. Whatever of it is shown
 * is for a permit to open.
 */
@Component
public class Holdings {
  private final Records records;
  private final Persons persons;
  private final PersonIndex index;

  Holdings(Records records, Persons persons, PersonIndex index) {
    this.records = records;
    this.persons = persons;
    this.index = index;
  }

  public List<Held> held(Collection<RecordId> some) {
    return records.held(some);
  }

  /** The people behind some records; those withdrawn left out. */
  public List<ChildRecords> behind(Collection<RecordId> some) {
    return persons.behind(some);
  }

  /** A person by an id that they have now or had before a join. */
  public Optional<ChildRecords> withId(ChildId once) {
    return persons.withId(once).stream().findFirst();
  }

  /** The person behind an agency's own number for a record of its. */
  public Optional<ChildId> withNumber(AgencyId keeper, String localId) {
    return records.byLocalId(keeper, List.of(localId)).values().stream()
        .filter(record -> !record.says().withdrawn())
        .map(PersonRecord::child)
        .findFirst();
  }

  /** The other records of the same keeper that name the same mother. */
  public List<RecordId> withTheSameMother(PersonRecord record) {
    return records.withTheSameMother(record);
  }

  /** How many people each council knows of those whom some agencies keep records of. */
  public Map<AgencyId, Long> knownTo(Collection<AgencyId> councils, Collection<AgencyId> keepers) {
    return records.knownTo(councils, keepers);
  }

  /** Compares by the model that is in force now. */
  public record Comparing(String model, BiFunction<Held, Held, Likeness> by) {
    public Likeness likeness(Held one, Held other) {
      return by.apply(one, other);
    }
  }

  public Comparing comparing() {
    TrainedModel trained = index.upToDate().trained();
    return new Comparing(
        trained.name(), (one, other) -> trained.model().compare(one.person(), other.person()));
  }
}
