package org.closeknit.access;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Kind;
import org.closeknit.audit.Asker;
import org.closeknit.caseteam.Involvement;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.Handling;

/** What holds for one agency while it asks: what others show it, and who the agencies are. */
public final class Terms {
  private final Agency asker;
  private final When when;

  /** Only {@link Access} makes them, from what the database says. */
  Terms(Agency asker, When when) {
    this.asker = asker;
    this.when = when;
  }

  public Agency agency(AgencyId id) {
    return when.net().agency(id);
  }

  /** Whether nothing of a child may be told to those who do not keep the record. */
  public boolean sealed(ChildRecords child) {
    return when.net().sealed(child);
  }

  /** Whether two agencies have agreed anything that holds; one has with itself. */
  public boolean hasAgreedWith(AgencyId other) {
    return other.equals(asker.id()) || when.net().shownTo(asker.id()).containsKey(other);
  }

  /** Whether a keeper shows the asker what it holds of one kind, of a child of both. */
  public boolean shows(AgencyId keeper, Item item) {
    return shows(What.open(item, keeper, Handling.SHARED));
  }

  /** Whether such a thing of one record of a child of both may be known to the asker. */
  public boolean shows(ChildRecords child, AgencyRecord record, Item item, Handling handling) {
    return shows(What.of(item, record, sealed(child), child, handling));
  }

  /** The same of what its keeper says of it without reserve. */
  public boolean shows(ChildRecords child, AgencyRecord record, Item item) {
    return shows(child, record, item, Handling.SHARED);
  }

  /** Whether a thing of a sender may be named to the asker, by how the sender handles it. */
  public boolean handlingAllows(AgencyId sender, Handling handling) {
    return sender.equals(asker.id())
        || Decide.handlingAllows(asker.kind(), agency(sender).kind(), handling);
  }

  private boolean shows(What what) {
    var who = Who.of(asker, Purpose.MATCH_REVIEW, Relation.STEWARD, Set.of());
    return Decide.on(who, what, when).opensContent();
  }

  /**
   * Whether somebody who works with a child is told of the asker's look: a colleague, or one whose
   * work is confirmed and with whose agency visits are shared.
   */
  public boolean tells(Involvement one, ChildRecords child) {
    return !sealed(child)
        && (one.agency().equals(asker.id())
            || (one.confirmed() && shows(one.agency(), Item.VISITS)));
  }

  /** Whether an agreement lets the asker's systems know which records are one person's. */
  public boolean crosswalk() {
    return when.net().crosswalk(asker.id());
  }

  /** The councils whose lists of one kind answer the asker, by name: its own where it is one. */
  public List<Agency> councilsShowing(Item item) {
    boolean agreed =
        when.net().shownTo(asker.id()).values().stream()
            .anyMatch(one -> one.content().contains(item));
    return agreed
        ? councils(Stream.concat(Stream.of(asker.id()), others()))
            .filter(one -> shows(one.id(), item))
            .toList()
        : List.of();
  }

  /** The councils with which anything is agreed, by name. */
  public List<Agency> councilsAgreedWith() {
    return councils(others()).toList();
  }

  private Stream<AgencyId> others() {
    return when.net().shownTo(asker.id()).keySet().stream();
  }

  private Stream<Agency> councils(Stream<AgencyId> agencies) {
    return agencies
        .map(this::agency)
        .filter(one -> one.kind() == Kind.COUNCIL)
        .sorted(Comparator.comparing(Agency::name));
  }

  When when() {
    return when;
  }

  boolean areOf(Asker other) {
    return asker.id().equals(other.agency().id());
  }
}
