package org.closeknit.match;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.ChildId;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;

/** How a record of a person stands in its row. */
final class RecordColumns {
  private RecordColumns() {}

  static PersonRecord read(ResultSet row, int unused) throws SQLException {
    return new PersonRecord(
        new RecordId(row.getObject("id", UUID.class)),
        new ChildId(row.getObject("child_id", UUID.class)),
        new NewRecord(
            new AgencyId(row.getString("agency_id")),
            row.getString("local_id"),
            row.getObject("submission_id", UUID.class),
            row.getInt("line"),
            PersonKind.valueOf(row.getString("kind")),
            text(row, "nhs_number").map(NhsNumber::new),
            row.getBoolean("nhs_number_verified"),
            text(row, "chi_number").map(ChiNumber::new),
            row.getString("family_name"),
            row.getString("given_names"),
            row.getString("previous_names"),
            text(row, "birth_date").map(PartialDate::new),
            text(row, "expected_birth_date").map(PartialDate::new),
            row.getString("mother_local_id"),
            row.getString("sex"),
            row.getString("address"),
            day(row, "address_from"),
            row.getString("address_verified_by"),
            row.getString("postcode"),
            row.getString("phone"),
            row.getString("language"),
            row.getString("school"),
            text(row, "restricted").map(Restriction::valueOf),
            day(row, "died_on"),
            day(row, "ended_on"),
            day(row, "withdrawn_on")));
  }

  static Held held(ResultSet row, int number) throws SQLException {
    return new Held(read(row, number), row.getString("mother_name"));
  }

  /** The row as PostgreSQL reads it from JSON: many rows travel as one parameter. */
  static Map<String, Object> write(PersonRecord record) {
    NewRecord says = record.says();
    var row = new LinkedHashMap<String, Object>();
    row.put("id", record.id().value());
    row.put("child_id", record.child().value());
    row.put("agency_id", says.agency().value());
    row.put("local_id", says.localId());
    row.put("submission_id", says.submission());
    row.put("line", says.line());
    row.put("kind", says.kind().name());
    says.nhsNumber().ifPresent(number -> row.put("nhs_number", number.digits()));
    row.put("nhs_number_verified", says.nhsNumberVerified());
    says.chiNumber().ifPresent(number -> row.put("chi_number", number.digits()));
    row.put("family_name", says.familyName());
    row.put("given_names", says.givenNames());
    row.put("previous_names", says.previousNames());
    says.birthDate().ifPresent(date -> row.put("birth_date", date.iso()));
    says.expectedBirthDate().ifPresent(date -> row.put("expected_birth_date", date.iso()));
    row.put("mother_local_id", says.motherLocalId());
    row.put("sex", says.sex());
    row.put("address", says.address());
    says.addressFrom().ifPresent(day -> row.put("address_from", day.toString()));
    row.put("address_verified_by", says.addressVerifiedBy());
    row.put("postcode", says.postcode());
    row.put("phone", says.phone());
    row.put("language", says.language());
    row.put("school", says.school());
    says.restricted().ifPresent(how -> row.put("restricted", how.name()));
    says.diedOn().ifPresent(day -> row.put("died_on", day.toString()));
    says.endedOn().ifPresent(day -> row.put("ended_on", day.toString()));
    says.withdrawnOn().ifPresent(day -> row.put("withdrawn_on", day.toString()));
    return row;
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }
}
