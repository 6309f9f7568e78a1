package org.closeknit.access;

import java.util.List;
import java.util.stream.Collectors;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Agreement;
import org.closeknit.agency.Directory;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildRecords;

/** What holds for one agency while it asks: its agreements, and who the agencies are. */
public final class Terms {
  private final AgencyId agency;
  private final Directory directory;
  private final List<Agreement> agreements;
  private final Decide rules;

  /** Only {@link Access} makes them, from what the database says. */
  Terms(AgencyId agency, Directory directory, List<Agreement> agreements) {
    this.agency = agency;
    this.directory = directory;
    this.agreements = List.copyOf(agreements);
    this.rules =
        new Decide(
            directory.byId().values().stream().collect(Collectors.toMap(Agency::id, Agency::kind)));
  }

  /** Those that the asker's agency is party to and that hold today. */
  public List<Agreement> agreements() {
    return agreements;
  }

  public Agency agency(AgencyId id) {
    return directory.get(id);
  }

  /** Whether nothing of a child may be told to those who do not keep the record. */
  public boolean sealed(ChildRecords child) {
    return rules.sealed(child);
  }

  Decide rules() {
    return rules;
  }

  boolean areOf(AgencyId asker) {
    return agency.equals(asker);
  }
}
