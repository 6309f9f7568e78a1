package org.closeknit.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.closeknit.agency.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down whoever guesses passwords, and nobody else: a person's own browser has a lane of its
 * own, so that guesses from elsewhere never shut them out (ASVS 5.0, 6.3.1). A name that nobody has
 * is counted as any other.
 */
@Component
class Tries {
  static final Duration PAUSE = Duration.ofMinutes(15);

  /** Ten slips are more than a person makes, and no guess finds twelve characters in ten. */
  private static final int MOST_FOR_ONE_NAME = 10;

  /** Behind one address there may be a whole hospital. */
  private static final int MOST_FROM_ONE_ADDRESS = 100;

  private final JdbcClient jdbc;
  private final KnownBrowsers browsers;
  private final InstantSource clock;

  Tries(JdbcClient jdbc, KnownBrowsers browsers, InstantSource clock) {
    this.jdbc = jdbc;
    this.browsers = browsers;
    this.clock = clock;
  }

  /** Where a try comes from: the browser's cookie, if any, and the network address. */
  record From(Optional<Secret> browser, String address) {}

  /** One way to count tries: a hash of it is kept. */
  record Lane(byte[] hash, int most) {
    private static Lane of(String what, int most) {
      return new Lane(new Secret(what).hash(), most);
    }
  }

  List<Lane> lanes(String username, Optional<StaffId> person, From from) {
    return person
        .flatMap(one -> from.browser().filter(browser -> browsers.isKnown(browser, one)))
        .map(browser -> "browser " + browser.text() + " " + name(username))
        .map(own -> List.of(Lane.of(own, MOST_FOR_ONE_NAME)))
        .orElseGet(() ->
            List.of(
                Lane.of("name " + name(username), MOST_FOR_ONE_NAME),
                Lane.of("address " + network(from.address()), MOST_FROM_ONE_ADDRESS)));
  }

  private static String name(String username) {
    return username.toLowerCase(Locale.ROOT);
  }

  /** A home or a hotel has a whole /64 of IPv6 addresses to try from. */
  private static String network(String address) {
    try {
      InetAddress read = InetAddress.ofLiteral(address);
      return read instanceof Inet6Address
          ? Arrays.toString(Arrays.copyOf(read.getAddress(), Long.BYTES))
          : address;
    } catch (IllegalArgumentException noAddress) {
      return address;
    }
  }

  /** Whether another try counts: false until the pause is over where there were too many. */
  boolean mayTry(List<Lane> lanes) {
    return lanes.stream()
        .noneMatch(lane ->
            jdbc.sql(
                    "select exists (select from sign_in_try where lane = ? and wrong >= ? and since > ?)")
                .params(lane.hash(), lane.most(), Timestamp.from(oldest()))
                .query(Boolean.class)
                .single());
  }

  @Transactional
  public void wrong(List<Lane> lanes) {
    jdbc.sql("delete from sign_in_try where since <= ?").param(Timestamp.from(oldest())).update();
    for (Lane lane : lanes) {
      jdbc.sql(
              """
              insert into sign_in_try (lane, wrong, since) values (?, 1, ?)
              on conflict (lane) do update set wrong = sign_in_try.wrong + 1
              """)
          .params(lane.hash(), Timestamp.from(clock.instant()))
          .update();
    }
  }

  private Instant oldest() {
    return clock.instant().minus(PAUSE);
  }
}
