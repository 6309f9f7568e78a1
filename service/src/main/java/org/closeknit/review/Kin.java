package org.closeknit.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.access.Seal;
import org.closeknit.match.Held;
import org.closeknit.match.Holdings;
import org.closeknit.match.NewRecord;
import org.closeknit.match.PersonKind;
import org.closeknit.pages.Dates;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.Handling;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The family around a record, as its agency says it and as far as the permit opens it: names and
 * birth dates, and never where anybody lives. Somebody whom another agency restricts is not there.
 */
@Component
class Kin {
  private final ObjectProvider<Families> rooms;
  private final Holdings holdings;

  Kin(ObjectProvider<Families> rooms, Holdings holdings) {
    this.rooms = rooms;
    this.holdings = holdings;
  }

  List<ReviewView.Relative> around(Permit permit, Held held, Dates dates) {
    if (!permit.records(Item.RELATIONSHIPS).contains(held.id())) {
      return List.of();
    }
    var kin = new LinkedHashMap<RecordId, String>();
    rooms.stream()
        .flatMap(room -> room.around(permit, held.id()).stream())
        .forEach(one -> kin.putIfAbsent(one.record(), one.relationship()));
    if (permit.opens(Item.RELATIONSHIPS, held.id(), Handling.SHARED)) {
      holdings
          .withTheSameMother(held.record())
          .forEach(id -> kin.putIfAbsent(id, "the same mother"));
    }
    kin.keySet().removeAll(hidden(permit, kin.keySet()));
    var lines = new ArrayList<ReviewView.Relative>();
    for (Held other : holdings.held(kin.keySet())) {
      if (!other.record().says().withdrawn()) {
        lines.add(line(held, other, kin.getOrDefault(other.id(), ""), dates));
      }
    }
    return lines;
  }

  private List<RecordId> hidden(Permit permit, Collection<RecordId> some) {
    AgencyId reader = permit.asker().agency().id();
    return holdings.behind(some).stream()
        .filter(person -> Seal.hides(person, reader))
        .map(ChildRecords::ids)
        .flatMap(List::stream)
        .toList();
  }

  private static ReviewView.Relative line(Held held, Held other, String relationship, Dates dates) {
    NewRecord says = other.record().says();
    Optional<PartialDate> born = says.birthDate();
    return new ReviewView.Relative(
        (says.givenNames() + " " + says.familyName()).strip()
            + ", "
            + relationship
            + born.map(day -> ", born " + dates.partial(day.iso()).lead()).orElse(""),
        other.kind() == PersonKind.CHILD
            && born.isPresent()
            && born.equals(held.record().says().birthDate()));
  }
}
