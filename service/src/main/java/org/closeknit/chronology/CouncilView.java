package org.closeknit.chronology;

import java.util.ArrayList;
import java.util.List;
import org.closeknit.child.Caseload;
import org.closeknit.child.Child;
import org.closeknit.pages.Link;
import org.closeknit.pages.Numbers;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of a council's children. {@code before} and {@code next} are blank where there is none.
 */
public record CouncilView(
    String sentence, List<Child> children, List<Link> teams, String before, String next) {

  static CouncilView of(Caseload load, String team) {
    return new CouncilView(
        sentence(load),
        load.children(),
        teams(load, team),
        load.page() > 1 ? address(team, load.page() - 1) : "",
        load.page() < load.pages() ? address(team, load.page() + 1) : "");
  }

  private static String sentence(Caseload load) {
    String children = Numbers.count(load.total(), "child", "children");
    String pages = load.pages() > 1 ? " Page " + load.page() + " of " + load.pages() + "." : "";
    return children + " with a status or a worker of your council, by family name." + pages;
  }

  private static List<Link> teams(Caseload load, String team) {
    if (load.teams().isEmpty()) {
      return List.of();
    }
    var links = new ArrayList<Link>();
    links.add(new Link("All teams", address("", 1), team.isEmpty()));
    load.teams().forEach(one -> links.add(new Link(one, address(one, 1), one.equals(team))));
    return links;
  }

  private static String address(String team, int page) {
    var address = UriComponentsBuilder.fromPath("/children");
    if (!team.isEmpty()) {
      address.queryParam("team", "{team}");
    }
    if (page > 1) {
      address.queryParam("page", page);
    }
    return address.encode().buildAndExpand(java.util.Map.of("team", team)).toUriString();
  }
}
