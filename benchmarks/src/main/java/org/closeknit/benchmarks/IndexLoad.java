package org.closeknit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a start takes until everybody can be found by name: the person index is read from the
 * database, while checks by number are answered. Then how fast somebody is found and registered
 * beside all of them.
 */
final class IndexLoad implements Measurement {
  private static final Duration WANTED = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Pattern LOADED =
      Pattern.compile("The person index holds ([0-9]+) records after ([0-9]+) ms");

  /** Two agencies' records of each person, so that names and dates come twice as they do. */
  private static final String FILL =
      """
      insert into person_record (id, child_id, first_child, revision, taken_at, agency_id, local_id,
          submission_id, line, kind, nhs_number, nhs_number_verified, family_name, given_names,
          previous_names, birth_date, mother_local_id, sex, address, address_verified_by, postcode,
          phone, language, school)
      select id, id, id, nextval('person_record_revision'), now(),
             case n %% 2 when 0 then 'northmere-council' else 'fernhill-hospital' end, 'I' || n,
             gen_random_uuid(), 1, 'CHILD', null, false,
             (array['Ald','Ber','Cor','Dun','Ell','Far','Gil','Hol','Ing','Jar','Kel','Lor','Mor','Nor','Os','Pen','Quin','Ros','Sel','Tor'])[1 + who %% 20]
               || (array['a','be','ci','do','en','fa','gri','ha','in','le','mi','na','or','pe','ra','sto','ti','vel','wi','ya'])[1 + who / 20 %% 20]
               || (array['bury','combe','dale','field','ford','gate','ham','hurst','kirk','land','ley','man','more','ness','shaw','stead','ton','well','wick','worth'])[1 + who / 400 %% 20],
             (array['Al','Bri','Car','Dan','Eli','Far','Gil','Han','Isa','Jas','Kat','Leo','Mar','Nad','Oli','Per','Ros','Sam','Tar','Zo'])[1 + who / 7 %% 20]
               || (array['a','en','ie','o','ia','in','el','an','y','us','ette','ina','or','ey','ice','ron','mi','ka','la','to'])[1 + who / 140 %% 20],
             '', ((date '2008-01-01') + (who * 31 %% 6500)::int)::text, '',
             case who %% 2 when 0 then 'female' else 'male' end,
             (1 + who %% 180) || ' ' ||
               (array['Mill','Station','Church','High','Park','Chapel','Quarry','Mount'])[1 + who / 13 %% 8] || ' Road',
             '', 'BD' || 1 + who / 11 %% 24 || ' ' || who / 3 %% 10 || 'AB', '', '', ''
        from (select gen_random_uuid() as id, n, n / 2 as who from generate_series(1, %d) as n) made
      """;

  @Override
  public void run(Options options, Report report) throws Exception {
    int records = options.number("records", 1_000_000);
    try (RunningService service = RunningService.fresh(options)) {
      report.now("writing " + records + " records");
      Database database = Database.of(service);
      database.execute(FILL.formatted(records));
      database.execute("vacuum analyze person_record");
      service.stop();
      long began = System.nanoTime();
      service.start();
      service.awaitReady();
      Duration ready = Duration.ofNanos(System.nanoTime() - began);
      List<Long> loaded = awaitLoaded(service, records);
      report.fact("records held", String.format(Locale.UK, "%,d", loaded.getFirst()));
      report.fact("from start to the first answer", Report.words(ready));
      report.atMost("the person index is read", Duration.ofMillis(loaded.getLast()), WANTED);
      report.now("the model is taught from them");
      awaitTaught(database, records);
      report.now("searching, then registering beside them");
      Searches.measure(service, report);
      Registrations.beside(service).measure(options.seconds(20), report);
      report.print();
    }
  }

  /** Beside everything else, by one processor: it would be measured with what follows. */
  private static void awaitTaught(Database database, int records)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    String taught = "select count(*) from match_model where trained_on >= " + records;
    while (database.number(taught) == 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The model was not taught within " + LONGEST);
      }
      Thread.sleep(200);
    }
  }

  private static List<Long> awaitLoaded(RunningService service, int records)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      Matcher line = LOADED.matcher(Files.readString(service.data().resolve("service.log")));
      while (line.find()) {
        if (Long.parseLong(line.group(1)) >= records) {
          return List.of(Long.parseLong(line.group(1)), Long.parseLong(line.group(2)));
        }
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("The person index was not read within " + LONGEST);
  }
}
