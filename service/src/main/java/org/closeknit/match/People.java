package org.closeknit.match;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people whom agencies hold records of, each as the set of those records. */
@Component
public class People {
  private final Records records;
  private final InstantSource clock;

  People(Records records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * Takes records in and looks for the person of each; all stand, or none, with the caller's
   * transaction.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Taken> take(List<NewRecord> lines) {
    var taken = new ArrayList<Taken>();
    for (NewRecord line : lines) {
      Optional<PersonRecord> before =
          Optional.ofNullable(
              records.byLocalId(line.agency(), List.of(line.localId())).get(line.localId()));
      before.ifPresentOrElse(
          held ->
              records.replace(
                  List.of(new PersonRecord(held.id(), held.child(), line.over(held.says()))),
                  clock.instant()),
          () -> {
            var alone = new ChildId(UUID.randomUUID());
            records.add(
                List.of(
                    new NewArrival(
                        new PersonRecord(new RecordId(UUID.randomUUID()), alone, line), alone)),
                clock.instant());
          });
      PersonRecord now =
          records.byLocalId(line.agency(), List.of(line.localId())).values().iterator().next();
      taken.add(new Taken(now.id(), now.child(), Outcome.NEW, Optional.empty()));
    }
    return taken;
  }

  /** A person by an id that they have now or had before a join. */
  public Optional<ChildRecords> child(ChildId id) {
    return records.now(id).flatMap(now -> children(List.of(now)).stream().findFirst());
  }

  /** The person that a record is held to be of. */
  public Optional<ChildRecords> behind(RecordId record) {
    return records
        .find(record)
        .flatMap(found -> children(List.of(found.child())).stream().findFirst());
  }

  public Optional<RecordId> record(AgencyId agency, String localId) {
    return Optional.ofNullable(records(agency, List.of(localId)).get(localId));
  }

  /** The records behind an agency's own ids; those that are unknown or withdrawn are left out. */
  public Map<String, RecordId> records(AgencyId agency, Collection<String> localIds) {
    return records.byLocalId(agency, localIds).values().stream()
        .filter(record -> !record.says().withdrawn())
        .collect(Collectors.toMap(record -> record.says().localId(), PersonRecord::id));
  }

  public Found byNumber(NhsNumber number) {
    return found(records.withNhsNumber(number.digits()));
  }

  public Found byChi(ChiNumber number) {
    return found(records.withChiNumber(number.digits()));
  }

  /** The agencies' own records that a permit opens, the earliest first. */
  public List<PersonRecord> read(Permit permit) {
    return records.all(permit.records(Item.PEOPLE));
  }

  private Found found(List<PersonRecord> fitting) {
    List<ChildRecords> people =
        children(fitting.stream().map(PersonRecord::child).distinct().toList());
    return switch (people.size()) {
      case 0 -> new Found.None();
      case 1 -> new Found.One(people.getFirst(), List.of());
      default -> new Found.Several(people);
    };
  }

  private List<ChildRecords> children(Collection<ChildId> ids) {
    return records.ofChildren(ids).stream()
        .collect(
            Collectors.groupingBy(PersonRecord::child, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry ->
            new ChildRecords(
                entry.getKey(), entry.getValue().stream().map(PersonRecord::outline).toList()))
        .toList();
  }
}
