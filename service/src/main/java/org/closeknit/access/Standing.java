package org.closeknit.access;

import java.util.Collection;
import java.util.List;
import org.closeknit.agency.Agreement;
import org.closeknit.person.AgencyId;

/**
 * How an asker stands to a child, under which agreements.
 *
 * @param agreements those of the asker's agency that hold today
 * @param confirmedBy the councils on whose word a confirmation of the asker's work stands
 */
record Standing(Relation relation, Collection<Agreement> agreements, List<Confirmer> confirmedBy) {
  Standing {
    agreements = List.copyOf(agreements);
    confirmedBy = List.copyOf(confirmedBy);
  }

  /**
   * @param agreements those of the council that hold today
   */
  record Confirmer(AgencyId council, Collection<Agreement> agreements) {
    Confirmer {
      agreements = List.copyOf(agreements);
    }
  }
}
