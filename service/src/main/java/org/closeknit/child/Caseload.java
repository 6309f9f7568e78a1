package org.closeknit.child;

import java.util.List;

/**
 * One page of the children for whom a council has a word now.
 *
 * @param teams those of the council's teams by which the list can be narrowed
 * @param total how many there are on all pages
 */
public record Caseload(List<Child> children, List<String> teams, int page, int pages, int total) {
  public Caseload {
    children = List.copyOf(children);
    teams = List.copyOf(teams);
  }
}
