package org.closeknit.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.access.Permit;
import org.closeknit.match.Held;
import org.closeknit.match.Holdings;
import org.closeknit.pages.Dates;
import org.springframework.stereotype.Component;

/**
 * All records of the people of a pair, a column each, where there are more than the two: they are
 * decided pair by pair, and each answer joins or parts whole groups.
 */
@Component
class GroupReading {
  private final Holdings holdings;
  private final SideBySide sides;

  GroupReading(Holdings holdings, SideBySide sides) {
    this.holdings = holdings;
    this.sides = sides;
  }

  Optional<ReviewView.Group> around(SideBySide.Seen seen, Permit permit, Dates dates) {
    List<Held> held =
        holdings.held(permit.everyRecord().ids()).stream()
            .sorted(Comparator.comparing((Held one) -> !isWith(one, seen.earlier())))
            .toList();
    if (held.size() <= 2) {
      return Optional.empty();
    }
    var comparison = new Comparison(dates, seen.earlier(), seen.later());
    var columns = new ArrayList<ReviewView.Column>();
    var rows = new LinkedHashMap<String, List<String>>();
    for (Held one : held) {
      boolean open = Sight.opens(permit, one.id());
      columns.add(new ReviewView.Column(sides.side(one, open), whose(one, seen), open));
      comparison
          .said(one)
          .forEach((field, value) ->
              rows.computeIfAbsent(field, unused -> new ArrayList<>()).add(open ? value : ""));
    }
    return Optional.of(
        new ReviewView.Group(
            columns,
            rows.entrySet().stream()
                .filter(row -> row.getValue().stream().anyMatch(value -> !value.isBlank()))
                .map(GroupReading::row)
                .toList()));
  }

  private static ReviewView.GroupRow row(Map.Entry<String, List<String>> row) {
    return new ReviewView.GroupRow(row.getKey(), row.getValue());
  }

  private static String whose(Held one, SideBySide.Seen seen) {
    if (seen.earlier().child().equals(seen.later().child())) {
      return "";
    }
    return isWith(one, seen.earlier()) ? "one child now" : "the other child now";
  }

  private static boolean isWith(Held one, Held other) {
    return one.child().equals(other.child());
  }
}
