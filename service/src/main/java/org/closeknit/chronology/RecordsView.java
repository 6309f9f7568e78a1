package org.closeknit.chronology;

import java.util.ArrayList;
import java.util.List;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Directory;
import org.closeknit.child.Child;
import org.closeknit.match.NewRecord;
import org.closeknit.match.PersonRecord;
import org.closeknit.pages.Choice;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Fact;
import org.closeknit.pages.Numbers;
import org.closeknit.pages.Sign;

/** Every agency's own record of a child, side by side. */
public record RecordsView(Child child, List<Fact> facts, List<Own> records, ChildView.Links links) {

  /** One agency's record: what it says, and nothing that it does not. */
  public record Own(String id, String agency, Sign sign, List<Fact> says) {}

  static RecordsView of(
      Child child, List<Fact> facts, Directory agencies, Dates dates, ChildView.Links links) {
    List<Own> own =
        child.records().stream()
            .map(record -> own(record, agencies.get(record.keeper()), dates))
            .toList();
    return new RecordsView(child, facts, own, links);
  }

  private static Own own(PersonRecord record, Agency agency, Dates dates) {
    NewRecord says = record.says();
    var facts = new ArrayList<Fact>();
    add(facts, "Their number", says.localId());
    add(facts, "Family name", says.familyName());
    add(facts, "Given names", says.givenNames());
    add(facts, "Earlier names", says.previousNames());
    says.birthDate().ifPresent(born -> add(facts, "Born", dates.partial(born.iso()).toString()));
    says.expectedBirthDate()
        .ifPresent(due -> add(facts, "Due about", dates.partial(due.iso()).toString()));
    says.nhsNumber()
        .ifPresent(nhs ->
            add(
                facts,
                "NHS number",
                Numbers.nhs(nhs.digits()) + (says.nhsNumberVerified() ? "" : " (not verified)")));
    says.chiNumber().ifPresent(chi -> add(facts, "CHI number", Numbers.chi(chi.digits())));
    add(facts, "Sex", says.sex());
    add(facts, "Address", (says.address() + " " + says.postcode()).strip());
    says.addressFrom().ifPresent(from -> add(facts, "Address since", dates.day(from)));
    add(facts, "Address verified by", says.addressVerifiedBy());
    add(facts, "Phone", says.phone());
    add(facts, "Language", says.language());
    add(facts, "School", says.school());
    says.diedOn().ifPresent(day -> add(facts, "Died", dates.day(day)));
    says.endedOn().ifPresent(day -> add(facts, "Their record ended", dates.day(day)));
    return new Own(record.id().toString(), agency.name(), HistoryView.signOf(agency), facts);
  }

  /** The records to choose from, for who doubts that one of them is of this child. */
  public List<Choice> choices() {
    return records.stream()
        .map(own ->
            new Choice(
                own.id(),
                own.agency(),
                own.says().isEmpty() ? "" : "Their number " + own.says().getFirst().value()))
        .toList();
  }

  private static void add(List<Fact> facts, String label, String value) {
    if (!value.isBlank()) {
      facts.add(Fact.plain(label, value));
    }
  }
}
