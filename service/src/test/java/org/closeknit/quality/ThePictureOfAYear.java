package org.closeknit.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.closeknit.quality.Chart.Month;
import org.junit.jupiter.api.Test;

class ThePictureOfAYear {
  private static final Month SEP = new Month("Sep", Optional.of(0.949));
  private static final Month OCT = new Month("Oct", Optional.empty());
  private static final Month NOV = new Month("Nov", Optional.of(0.963));

  @Test
  void a_month_that_was_not_measured_has_no_point() {
    Chart chart = Chart.wide(List.of(SEP, OCT, NOV));

    assertThat(chart.points()).extracting(Chart.Point::measured).containsExactly(true, false, true);
    assertThat(chart.line().split(" ")).hasSize(2);
  }

  @Test
  void a_point_is_filled_from_the_line_upwards() {
    assertThat(Chart.wide(List.of(SEP, NOV)).points())
        .extracting(Chart.Point::enough)
        .containsExactly(false, true);
  }

  @Test
  void a_better_month_stands_higher_and_the_line_between_them() {
    Chart chart = Chart.narrow(List.of(SEP, NOV));

    assertThat(chart.points().get(1).y()).isLessThan(chart.needed());
    assertThat(chart.points().get(0).y()).isGreaterThanOrEqualTo(chart.needed());
  }

  @Test
  void the_worst_month_stays_inside() {
    Chart chart = Chart.wide(List.of(new Month("Oct", Optional.of(0.0)), NOV));

    assertThat(chart.points()).allMatch(point -> point.y() >= 0 && point.y() < chart.height() - 20);
  }

  @Test
  void everybody_is_said_only_when_nobody_is_missing() {
    assertThat(Chart.percent(0.99999)).isEqualTo("99.9 %");
    assertThat(Chart.percent(1)).isEqualTo("100 %");
    assertThat(Chart.percent(0)).isEqualTo("0 %");
    assertThat(Chart.percent(2.0 / 3)).isEqualTo("66.6 %");
  }
}
