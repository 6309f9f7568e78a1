package org.closeknit.match;

import java.util.Optional;
import java.util.Set;
import org.closeknit.person.AgencyId;
import org.closeknit.person.RecordId;

/**
 * Among whom somebody looks: the children whom their agency keeps a record of, or those behind some
 * of its records. Nobody else is looked at, so that nobody else can be told of.
 *
 * @param records absent for all that the agency keeps
 */
public record Reach(AgencyId agency, Optional<Set<RecordId>> records) {
  public Reach {
    records = records.map(Set::copyOf);
  }
}
