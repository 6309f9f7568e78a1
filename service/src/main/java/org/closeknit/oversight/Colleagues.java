package org.closeknit.oversight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people of one agency, by their names and by what they sign in as. */
final class Colleagues {
  /**
   * One of them.
   *
   * @param team blank where the agency has named none
   * @param home their postcode, blank where the agency has told none
   */
  record One(String actor, String name, String team, String home) {}

  /** Somebody of another's name, as whoever asked stands to them. */
  record Named(String name, boolean team, int among) {}

  private final Map<String, One> byActor = new HashMap<>();
  private final Map<WholeName, List<One>> byName = new HashMap<>();
  private final Map<String, Integer> teams = new HashMap<>();

  Colleagues(List<One> all) {
    for (One one : all) {
      byActor.put(one.actor(), one);
      teams.merge(one.team(), 1, Integer::sum);
      WholeName.of(one.name())
          .ifPresent(name -> byName.computeIfAbsent(name, unused -> new ArrayList<>()).add(one));
    }
  }

  /** A colleague with a name, of the looker's own team rather than of another. */
  Optional<Named> named(WholeName name, String looker) {
    String team = team(looker);
    List<One> others =
        byName.getOrDefault(name, List.of()).stream()
            .filter(one -> !one.actor().equals(looker))
            .toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    boolean near = !team.isEmpty() && others.stream().anyMatch(one -> one.team().equals(team));
    return Optional.of(
        new Named(
            others.getFirst().name(), near, near ? teams.getOrDefault(team, 1) : byActor.size()));
  }

  /** Another of the looker's own team with a family name. */
  Optional<Named> ofTeamNamed(String family, String looker) {
    String team = team(looker);
    return team.isEmpty()
        ? Optional.empty()
        : byActor.values().stream()
            .filter(one -> one.team().equals(team) && !one.actor().equals(looker))
            .filter(one -> WholeName.family(one.name()).equals(family))
            .findFirst()
            .map(one -> new Named(one.name(), true, teams.getOrDefault(team, 1)));
  }

  String home(String actor) {
    return Optional.ofNullable(byActor.get(actor)).map(One::home).orElse("");
  }

  private String team(String actor) {
    return Optional.ofNullable(byActor.get(actor)).map(One::team).orElse("");
  }
}
