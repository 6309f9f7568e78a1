package org.closeknit.matrix;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.closeknit.matrix.Said.Kind;
import org.closeknit.matrix.Said.Sort;
import org.closeknit.matrix.Said.Terms;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the agencies of one net have agreed: each kind of agreement stands for a net of its own. */
enum Agreement {
  ENDED(false, true, EnumSet.allOf(Kind.class), Optional.of(Sort.COUNCIL), true),
  EXISTENCE(true, false, EnumSet.allOf(Kind.class), Optional.of(Sort.COUNCIL), true),
  ONCE_CONFIRMED(true, true, EnumSet.allOf(Kind.class), Optional.empty(), true),
  BY_A_COUNCILS_WORD(true, true, EnumSet.allOf(Kind.class), Optional.of(Sort.COUNCIL), true),
  BY_A_SCHOOLS_WORD(true, true, EnumSet.allOf(Kind.class), Optional.of(Sort.SCHOOL), false),
  WITHOUT_EVENTS_AND_VISITS(
      true,
      true,
      EnumSet.of(Kind.PEOPLE, Kind.STATUSES, Kind.INVOLVEMENTS),
      Optional.of(Sort.COUNCIL),
      true);

  private final Terms terms;

  Agreement(
      boolean inForce, boolean content, Set<Kind> kinds, Optional<Sort> word, boolean reasons) {
    terms = new Terms(inForce, content, kinds, word, reasons);
  }

  Terms terms() {
    return terms;
  }

  void sign(String id, Iterable<String> parties, JdbcClient jdbc) {
    jdbc.sql(
            """
            insert into agreement (id, purpose, kinds, content, visit_reasons, involvements_open_for,
                                   crosswalk, valid_from, valid_until, signed_by)
            values (?, 'safeguarding children', ?, ?, ?, ?, false, ?::date, ?::date, 'the directors')
            """)
        .params(
            id,
            terms.kinds().stream().map(Agreement::word).toArray(String[]::new),
            terms.content(),
            terms.reasonsOfVisits(),
            terms.word().stream().map(Agreement::word).toArray(String[]::new),
            "2020-01-01",
            this == ENDED ? "2025-12-31" : "2999-12-31")
        .update();
    parties.forEach(party ->
        jdbc.sql("insert into agreement_party (agreement_id, agency_id) values (?, ?)")
            .params(id, party)
            .update());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
