package org.closeknit.adoption;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.access.Access;
import org.closeknit.access.Decision;
import org.closeknit.access.Permit;
import org.closeknit.access.Purpose;
import org.closeknit.access.Seal;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.match.People;
import org.closeknit.match.PersonRecord;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an adoption team does with the links that it holds. No entry of the audit is about both
 * sides of one: whoever reads the log does not read the link.
 */
@Component
class Adoptions {
  private final Links links;
  private final People people;
  private final Access access;
  private final Audit audit;
  private final InstantSource clock;

  Adoptions(Links links, People people, Access access, Audit audit, InstantSource clock) {
    this.links = links;
    this.people = people;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of sealing a link. */
  sealed interface Sealing {
    record Sealed(UUID link) implements Sealing {}

    /** No record of one's own with this number is marked as adopted. */
    record NoFormer() implements Sealing {}

    /** No record of one's own with this number stands for a child as it is known today. */
    record NoPresent() implements Sealing {}

    /** One of the two, or the reference, is of a link that stands. */
    record Linked() implements Sealing {}
  }

  @Transactional(readOnly = true)
  public List<SealedLink> list(Asker.Worker worker) {
    return links.of(worker.agency().id());
  }

  @Transactional
  public Sealing seal(
      Asker.Worker worker, String former, String present, String reference, String why) {
    AgencyId council = worker.agency().id();
    Optional<RecordId> before = own(council, former, true);
    Optional<RecordId> now = own(council, present, false);
    if (before.isEmpty()) {
      return new Sealing.NoFormer();
    }
    if (now.isEmpty()) {
      return new Sealing.NoPresent();
    }
    var link =
        new SealedLink(
            UUID.randomUUID(), reference, before.get(), now.get(), clock.instant(), worker.name());
    if (!links.seal(council, link, why)) {
      return new Sealing.Linked();
    }
    write(worker, "sealed the link of an adoption", link);
    return new Sealing.Sealed(link.id());
  }

  private Optional<RecordId> own(AgencyId council, String localId, boolean former) {
    return people
        .record(council, localId)
        .filter(record ->
            people
                .behind(record)
                .filter(child -> Seal.isFormerIdentity(child, council) == former)
                .isPresent());
  }

  /** A link with who opened it; nothing of either side. */
  record Shown(SealedLink link, List<Links.Opened> openings) {}

  @Transactional(readOnly = true)
  public Optional<Shown> find(Asker.Worker worker, UUID id) {
    return links.find(worker.agency().id(), id).map(link -> new Shown(link, links.openings(link)));
  }

  /** What a permit opens of one side. */
  @Transactional
  public Optional<PersonRecord> open(
      Asker.Worker worker, UUID id, SealedLink.Side side, String why) {
    Optional<SealedLink> link = links.find(worker.agency().id(), id);
    Optional<ChildRecords> child = link.flatMap(one -> people.behind(one.record(side)));
    if (link.isEmpty() || child.isEmpty()) {
      Decision unused = access.refuseUnknown(worker, Purpose.ADOPTION);
      return Optional.empty();
    }
    return switch (access.open(worker, child.get(), Purpose.ADOPTION)) {
      case Decision.Refused unused -> Optional.empty();
      case Decision.Allowed(Permit permit) -> {
        links.opened(link.get(), side, clock.instant(), worker.name(), why);
        yield people.read(permit).stream()
            .filter(record -> record.id().equals(link.get().record(side)))
            .findFirst();
      }
    };
  }

  /** A link that was wrong; false where there is none. */
  @Transactional
  public boolean end(Asker.Worker worker, UUID id, String why) {
    Optional<SealedLink> link = links.find(worker.agency().id(), id);
    link.ifPresent(one -> {
      links.end(one, clock.instant(), worker.name(), why);
      write(worker, "ended the link of an adoption", one);
    });
    return link.isPresent();
  }

  private void write(Asker.Worker worker, String action, SealedLink link) {
    audit.write(
        new Entry(
            worker,
            action,
            Purpose.ADOPTION.words(),
            "done",
            Optional.empty(),
            List.of(),
            true,
            "link " + link.id()));
  }
}
