package org.closeknit.agency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.closeknit.person.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The agreements under which agencies share. Read afresh at each decision: an ended one opens
 * nothing.
 */
@Component
public class Agreements {
  private static final String ALL =
      """
      select a.*, array(select p.agency_id from agreement_party p where p.agreement_id = a.id) as parties
        from agreement a
      """;

  private final JdbcClient jdbc;
  private final Agencies agencies;
  private volatile @Nullable Known known;

  Agreements(JdbcClient jdbc, Agencies agencies) {
    this.jdbc = jdbc;
    this.agencies = agencies;
  }

  private record Known(UUID version, Agreed agreed) {}

  /**
   * All of them with all agencies. What this instance has read before holds for as long as the
   * database, asked each time, says that nothing of it has changed.
   */
  public Agreed now() {
    UUID version = jdbc.sql("select version from agreed").query(UUID.class).single();
    Known last = known;
    if (last == null || !last.version().equals(version)) {
      // After its version: what changes in between has another, and the next asked reads again.
      last = new Known(version, new Agreed(agencies.directory(), inOrder()));
      known = last;
    }
    return last.agreed();
  }

  private List<Agreement> inOrder() {
    return jdbc.sql(ALL + " order by a.id").query(Agreements::agreement).list();
  }

  /** Those that an agency is party to and that hold on a day. */
  public List<Agreement> of(AgencyId agency, LocalDate day) {
    return jdbc.sql(
            """
            select a.*, array(select p.agency_id from agreement_party p where p.agreement_id = a.id) as parties
              from agreement a
             where a.id in (select agreement_id from agreement_party where agency_id = :agency)
               and :day between a.valid_from and a.valid_until
             order by a.id
            """)
        .param("agency", agency.value())
        .param("day", day)
        .query(Agreements::agreement)
        .list();
  }

  /** Every one, those that have ended too, latest first. */
  public List<Agreement> all() {
    return jdbc.sql(ALL + " order by a.valid_until desc, a.id").query(Agreements::agreement).list();
  }

  public Optional<Agreement> find(String id) {
    return jdbc.sql(ALL + " where a.id = ?").param(id).query(Agreements::agreement).optional();
  }

  /** An id for a new one. */
  public String newId() {
    return IntStream.iterate(1, next -> next + 1)
        .mapToObj(number -> "agreement-" + number)
        .filter(id -> find(id).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** New, or another wording of one that is there. */
  @Transactional
  public void say(Agreement agreement) {
    jdbc.sql(
            """
            insert into agreement (id, purpose, kinds, content, visit_reasons, involvements_open_for,
                                   crosswalk, valid_from, valid_until, signed_by)
            values (:id, :purpose, :kinds, :content, :visitReasons, :openFor, :crosswalk, :from, :until, :signedBy)
            on conflict (id) do update
               set purpose = :purpose, kinds = :kinds, content = :content, visit_reasons = :visitReasons,
                   involvements_open_for = :openFor, crosswalk = :crosswalk, valid_from = :from,
                   valid_until = :until, signed_by = :signedBy
            """)
        .param("id", agreement.id())
        .param("purpose", agreement.purpose())
        .param("kinds", agreement.kinds().stream().sorted().toArray(String[]::new))
        .param("content", agreement.content())
        .param("visitReasons", agreement.visitReasons())
        .param(
            "openFor",
            agreement.involvementsOpenFor().stream()
                .map(Kind::text)
                .sorted()
                .toArray(String[]::new))
        .param("crosswalk", agreement.crosswalk())
        .param("from", agreement.from())
        .param("until", agreement.until())
        .param("signedBy", agreement.signedBy())
        .update();
    jdbc.sql("delete from agreement_party where agreement_id = ?").param(agreement.id()).update();
    for (AgencyId party : agreement.parties()) {
      jdbc.sql("insert into agreement_party (agreement_id, agency_id) values (?, ?)")
          .params(agreement.id(), party.value())
          .update();
    }
  }

  /** Opens nothing from now on: its last day was yesterday. */
  @Transactional
  public void end(String id, LocalDate today) {
    jdbc.sql("update agreement set valid_until = least(valid_until, ?) where id = ?")
        .params(today.minusDays(1), id)
        .update();
  }

  /** One party shows and sees nothing from now on; where only one would be left, it ends. */
  @Transactional
  public void leave(String id, AgencyId party, LocalDate today) {
    if (find(id).filter(one -> one.parties().size() > 2).isEmpty()) {
      end(id, today);
      return;
    }
    jdbc.sql("delete from agreement_party where agreement_id = ? and agency_id = ?")
        .params(id, party.value())
        .update();
  }

  private static Agreement agreement(ResultSet row, int unused) throws SQLException {
    return new Agreement(
        row.getString("id"),
        words(row, "parties").stream().map(AgencyId::new).collect(Collectors.toUnmodifiableSet()),
        row.getString("purpose"),
        words(row, "kinds"),
        row.getBoolean("content"),
        row.getBoolean("visit_reasons"),
        words(row, "involvements_open_for").stream()
            .map(Kind::read)
            .collect(Collectors.toUnmodifiableSet()),
        row.getBoolean("crosswalk"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        row.getString("signed_by"));
  }

  private static Set<String> words(ResultSet row, String column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .collect(Collectors.toUnmodifiableSet());
  }
}
