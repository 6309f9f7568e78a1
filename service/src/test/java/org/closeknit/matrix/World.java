package org.closeknit.matrix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.closeknit.intake.Sender;
import org.closeknit.match.People;
import org.closeknit.matrix.Said.Party;
import org.closeknit.matrix.Said.Restriction;
import org.closeknit.matrix.Said.Work;
import org.closeknit.person.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * All nets, with their children sent in over the wire as agencies send them: everybody's record
 * first, so that all of a child are joined, and what restricts them after that.
 */
final class World {
  private static final String[] SCOPES = {"submissions", "notices", "chronology", "enquiries"};

  private final JdbcClient jdbc;
  private final People people;
  private final int port;
  private final Marks marks = new Marks();
  private final Planting planting = new Planting(marks);
  private final List<Net> nets = new ArrayList<>();
  private final Map<Party, Sender> senders = new HashMap<>();
  private final Map<Party, Wire> systems = new HashMap<>();
  private final Map<Party, List<UUID>> receipts = new HashMap<>();

  World(JdbcClient jdbc, PasswordEncoder passwords, People people, int port) {
    this.jdbc = jdbc;
    this.people = people;
    this.port = port;
    jdbc.sql("insert into installation (made_up, begun_at) values (true, now())").update();
    String hash = passwords.encode(Person.PASSWORD);
    for (Agreement agreement : Agreement.values()) {
      var net = new Net(agreement, "quiet-" + marks.word());
      nets.add(net);
      found(net, hash);
      bear(net);
      net.parties().forEach(this::introduce);
    }
    AtOnce.each(nets, this::begin);
    nets.stream().flatMap(net -> net.cases().stream()).forEach(this::know);
  }

  private void begin(Net net) {
    net.parties().forEach(this::send);
    net.parties().forEach(this::restrict);
    confirm(net);
    signIn(net);
  }

  Marks marks() {
    return marks;
  }

  List<Net> nets() {
    return nets;
  }

  Wire system(Party party) {
    return Objects.requireNonNull(systems.get(party));
  }

  List<UUID> receipts(Party party) {
    return Objects.requireNonNull(receipts.get(party));
  }

  private void found(Net net, String hash) {
    for (Party party : net.parties()) {
      jdbc.sql(
              """
              insert into agency (id, name, kind, nation, office_phone, office_hours, daily_children,
                                  daily_children_at_desk)
              values (?, ?, ?, 'england', '01632 960100', 'Mon-Sun 00:00-24:00', 100000, 100000)
              """)
          .params(party.id(), party.id(), party.sort().name().toLowerCase(Locale.ROOT))
          .update();
    }
    net.agreement()
        .sign("net-" + net.council().id(), net.parties().stream().map(Party::id).toList(), jdbc);
    for (Net.Post post : net.posts()) {
      jdbc.sql(
              """
              insert into staff (id, username, agency_id, name, role, worker_id, email, password_hash)
              values (?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .params(
              UUID.randomUUID(),
              Person.user(post),
              post.agency().id(),
              Person.user(post),
              post.role().name().toLowerCase(Locale.ROOT).replace('_', ' '),
              Person.workerId(post),
              Person.user(post) + "@example.org",
              hash)
          .update();
    }
  }

  private void bear(Net net) {
    for (Restricted how : Restricted.values()) {
      for (Work work : Work.values()) {
        Map<Party, Restriction> records = new LinkedHashMap<>();
        net.parties().forEach(party -> records.put(party, how.of(net, party)));
        Set<Party> words = work == Work.NONE ? Set.of() : Set.of(net.council());
        planting.child(
            net, how.toString(), work, new Said.Child(records, net.agreement().terms(), words));
      }
    }
  }

  private void introduce(Party party) {
    var sender =
        Sender.of(
            party.id(),
            party.sort().name().toLowerCase(Locale.ROOT),
            "england",
            jdbc,
            port,
            SCOPES);
    senders.put(party, sender);
    systems.put(party, Wire.system(port, sender.token()));
    receipts.put(party, new ArrayList<>());
  }

  private void send(Party party) {
    planting.files(party).forEach((kind, csv) -> send(party, kind, csv));
  }

  /** Once everybody has sent theirs: what is restricted before that is joined by other rules. */
  private void restrict(Party party) {
    planting.restricted(party).ifPresent(csv -> send(party, "people", csv));
  }

  private void send(Party party, String kind, String csv) {
    Sender.Reply reply = Objects.requireNonNull(senders.get(party)).send(kind, csv);
    if (reply.status() != 201 || !reply.body().contains("\"refused\":0")) {
      throw new IllegalStateException(kind + " of " + party + ": " + reply.body());
    }
    receipts(party)
        .add(UUID.fromString(reply.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1")));
  }

  /** By the council's duty desk: what a confirmation opens is asked for here, not who gives it. */
  private void confirm(Net net) {
    for (Case one : net.cases()) {
      if (one.work() == Work.CONFIRMED) {
        jdbc.sql(
                """
                update involvement i set confirmed_by = s.id, confirmed_for = s.agency_id, confirmed_at = now()
                  from staff s, person_record r
                 where s.username = ? and r.id = i.record_id and r.local_id = any(?)
                   and i.worker_id like 'worker %'
                """)
            .params(
                "duty_worker." + net.council().id(),
                net.parties().stream().map(one::localId).toArray(String[]::new))
            .update();
      }
    }
  }

  private void signIn(Net net) {
    for (Net.Post post : net.posts()) {
      UUID staff =
          jdbc.sql("select id from staff where username = ?")
              .param(Person.user(post))
              .query(UUID.class)
              .single();
      net.people().add(new Person(net, post, staff, Wire.signedIn(port, Person.user(post))));
    }
  }

  /** Which child the records have become: one, or the matrix would be about something else. */
  private void know(Case one) {
    Set<UUID> behind = new LinkedHashSet<>();
    for (Party party : one.net().parties()) {
      people
          .record(new AgencyId(party.id()), one.localId(party))
          .flatMap(people::behind)
          .ifPresent(child -> behind.add(child.child().value()));
    }
    if (behind.size() != 1) {
      throw new IllegalStateException(behind.size() + " children: " + one);
    }
    one.isKnownAs(behind.iterator().next());
  }

  /** The ways in which a child is restricted, by whose record it is. */
  private enum Restricted {
    NOBODY,
    THE_COUNCIL_ITS_ADDRESS,
    THE_COUNCIL,
    THE_COUNCIL_AS_ADOPTED,
    THE_SCHOOL,
    THE_REPORTER;

    Restriction of(Net net, Party party) {
      Map<Restricted, Party> whose = new EnumMap<>(Restricted.class);
      whose.put(THE_COUNCIL_ITS_ADDRESS, net.council());
      whose.put(THE_COUNCIL, net.council());
      whose.put(THE_COUNCIL_AS_ADOPTED, net.council());
      whose.put(THE_SCHOOL, net.school());
      whose.put(THE_REPORTER, net.reporter());
      if (!party.equals(whose.get(this))) {
        return Restriction.NONE;
      }
      return switch (this) {
        case NOBODY -> Restriction.NONE;
        case THE_COUNCIL_ITS_ADDRESS -> Restriction.ADDRESS;
        case THE_COUNCIL, THE_SCHOOL, THE_REPORTER -> Restriction.RECORD;
        case THE_COUNCIL_AS_ADOPTED -> Restriction.ADOPTED;
      };
    }
  }
}
