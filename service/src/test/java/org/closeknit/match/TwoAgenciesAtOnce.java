package org.closeknit.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.closeknit.review.Installation;
import org.junit.jupiter.api.Test;

/**
 * Two instances on one database each take one of two agencies' records of a child, at one moment.
 */
class TwoAgenciesAtOnce {
  /** Set higher for a longer run. */
  private static final int RACES = Integer.getInteger("closeknit.races", 200);

  private static final String[] SYLLABLES = {
    "ma", "ri", "lo", "ken", "sa", "dun", "be", "vi", "tor", "hal", "no", "ge"
  };

  private final Installation here = Installation.empty();
  private final People one = here.people();
  private final People other = here.people();
  private final Random random = new Random(11);

  @Test
  void there_is_one_child_or_somebody_is_asked() throws Exception {
    var start = new CyclicBarrier(2);
    var races = new ArrayList<ARecord>();
    for (int race = 0; race < RACES; race++) {
      races.add(child(race));
    }
    try (var threads = Executors.newFixedThreadPool(2)) {
      Future<?> council = threads.submit(taking(one, races, "council", "9990000018", start));
      Future<?> hospital = threads.submit(taking(other, races, "hospital", "9990000026", start));
      council.get();
      hospital.get();
    }

    assertThat(here.count("person_record")).isEqualTo(2L * RACES);
    assertThat(silent()).isEmpty();
    assertThat(here.count("open_pair")).as("those that contradict each other").isPositive();
  }

  /** One child comes from either agency with another number. */
  private Callable<Integer> taking(
      People people, List<ARecord> races, String agency, String number, CyclicBarrier start) {
    return () -> {
      for (int race = 0; race < races.size(); race++) {
        ARecord child = races.get(race).by(agency, "N-" + race);
        start.await(30, java.util.concurrent.TimeUnit.SECONDS);
        here.take(people, (race == 7 ? child.nhs(number) : child).line());
      }
      return races.size();
    };
  }

  /** The races after which the two records are neither one child nor before anybody. */
  private List<String> silent() {
    return here.jdbc
        .sql(
            """
            select c.local_id from person_record c
              join person_record h on h.agency_id = 'hospital' and h.local_id = c.local_id
             where c.agency_id = 'council' and c.child_id <> h.child_id
               and not exists (select from open_pair o
                                where c.child_id in (o.left_child, o.right_child)
                                  and h.child_id in (o.left_child, o.right_child))
            """)
        .query(String.class)
        .list();
  }

  private ARecord child(int race) {
    return ARecord.of("council", "N-" + race)
        .named(name(), name())
        .born(
            "20%02d-%02d-%02d"
                .formatted(8 + random.nextInt(15), 1 + random.nextInt(12), 1 + random.nextInt(28)))
        .livesAt(
            (1 + random.nextInt(80)) + " " + name() + " Lane",
            "ZZ%d %dAB".formatted(1 + random.nextInt(9), random.nextInt(10)));
  }

  private String name() {
    var name = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
