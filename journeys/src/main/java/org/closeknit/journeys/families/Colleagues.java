package org.closeknit.journeys.families;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Workers who never sign in here: some twenty at each agency. */
final class Colleagues {

  private static final int EACH = 20;

  private final Draw draw;
  private final Names names = new Names();
  private final Map<String, List<Colleague>> byAgency = new HashMap<>();

  Colleagues(Draw draw) {
    this.draw = draw;
  }

  /** A worker by name and by the agency's number for them. */
  record Colleague(String workerId, String name) {}

  Colleague somebody(String agency) {
    return draw.from(byAgency.computeIfAbsent(agency, this::all));
  }

  private List<Colleague> all(String agency) {
    List<Colleague> all = new ArrayList<>();
    for (int number = 1; number <= EACH; number++) {
      String background = names.background(draw, draw.chance(0.3) ? "scotland" : "england");
      boolean female = draw.chance(0.7);
      String name =
          names.given(draw, background, female).usual()
              + " "
              + names.family(draw, background).borneBy(female).usual();
      all.add(new Colleague("X%03d".formatted(number), name));
    }
    return all;
  }
}
