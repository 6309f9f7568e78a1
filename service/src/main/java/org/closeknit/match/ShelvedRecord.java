package org.closeknit.match;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.AgencyId;
import org.closeknit.person.PartialDate;
import org.closeknit.person.Restriction;

/**
 * What of a record can be searched by words. A confidential address is not, nor what tells it.
 *
 * @param sealed only its keeper's people search it
 */
record ShelvedRecord(
    UUID id,
    UUID child,
    AgencyId keeper,
    boolean searched,
    boolean sealed,
    String family,
    String given,
    String former,
    Optional<PartialDate> born,
    String place,
    String postcode,
    String school,
    String nhs,
    String chi) {

  /** Adults are no children; what is withdrawn, or a former identity, is not for words to find. */
  static ShelvedRecord read(ResultSet row) throws SQLException {
    Restriction restricted =
        Optional.ofNullable(row.getString("restricted"))
            .map(Restriction::valueOf)
            .orElse(Restriction.NONE);
    boolean placed = restricted == Restriction.NONE;
    return new ShelvedRecord(
        row.getObject("id", UUID.class),
        row.getObject("child_id", UUID.class),
        new AgencyId(row.getString("agency_id")),
        !row.getBoolean("withdrawn")
            && !row.getString("kind").equals(PersonKind.ADULT.name())
            && restricted != Restriction.ADOPTED,
        restricted == Restriction.RECORD,
        row.getString("family_name"),
        row.getString("given_names"),
        row.getString("previous_names"),
        Optional.ofNullable(row.getString("born")).map(PartialDate::new),
        placed ? row.getString("address") : "",
        placed ? row.getString("postcode") : "",
        placed ? row.getString("school") : "",
        Objects.requireNonNullElse(row.getString("nhs_number"), ""),
        Objects.requireNonNullElse(row.getString("chi_number"), ""));
  }

  @Override
  public String toString() {
    return "ShelvedRecord[" + id + "]";
  }
}
