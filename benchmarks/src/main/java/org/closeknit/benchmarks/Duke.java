package org.closeknit.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.QGramComparator;
import no.priv.garshol.duke.databases.LuceneDatabase;
import no.priv.garshol.duke.matchers.AbstractMatchListener;
import org.closeknit.linkage.Person;

/**
 * Duke 1.2 with a configuration written by hand as its manual recommends; it learns nothing by
 * itself.
 */
final class Duke {
  private static final double THRESHOLD = 0.9;
  private static final int BATCH = 40_000;

  /** Without a bound, which its manual advises to set, this takes tens of minutes. */
  private static final int MOST_HITS = 20;

  private Duke() {}

  record Found(long together, long right) {}

  static Found link(LabelledPeople people) {
    Set<String> found = new HashSet<>();
    long[] right = {0};
    Processor processor = new Processor(configuration());
    processor.addMatchListener(
        new AbstractMatchListener() {
          @Override
          public void matches(Record one, Record other, double confidence) {
            String left = one.getValue("id");
            String next = other.getValue("id");
            boolean ordered = left.compareTo(next) < 0;
            if (found.add(ordered ? left + '\n' + next : next + '\n' + left)) {
              right[0] += people.isTrue(left, next) ? 1 : 0;
            }
          }
        });
    Collection<Record> records = people.all().stream().map(Duke::record).toList();
    for (List<Record> batch : batches(new ArrayList<>(records))) {
      processor.deduplicate(batch);
    }
    processor.close();
    return new Found(found.size(), right[0]);
  }

  private static List<List<Record>> batches(List<Record> records) {
    List<List<Record>> batches = new ArrayList<>();
    for (int from = 0; from < records.size(); from += BATCH) {
      batches.add(records.subList(from, Math.min(from + BATCH, records.size())));
    }
    return batches;
  }

  private static ConfigurationImpl configuration() {
    ConfigurationImpl configuration = new ConfigurationImpl();
    List<Property> properties = new ArrayList<>();
    properties.add(new PropertyImpl("id"));
    properties.add(property("given", new JaroWinkler(), 0.2, 0.85));
    properties.add(property("family", new JaroWinkler(), 0.15, 0.9));
    properties.add(property("born", new ExactComparator(), 0.15, 0.95));
    properties.add(property("address", new QGramComparator(), 0.2, 0.93));
    properties.add(property("city", new JaroWinkler(), 0.4, 0.6));
    properties.add(property("postcode", new ExactComparator(), 0.4, 0.65));
    configuration.setProperties(properties);
    configuration.setThreshold(THRESHOLD);
    LuceneDatabase database = new LuceneDatabase();
    database.setMaxSearchHits(MOST_HITS);
    configuration.setDatabase(database);
    return configuration;
  }

  private static Property property(String name, Comparator comparator, double low, double high) {
    return new PropertyImpl(name, comparator, low, high);
  }

  private static Record record(Person person) {
    RecordImpl record = new RecordImpl();
    add(record, "id", person.id());
    add(record, "given", person.givenName());
    add(record, "family", person.familyName());
    add(record, "born", person.birthDate());
    add(record, "address", person.address());
    add(record, "city", person.city());
    add(record, "postcode", person.postcode());
    return record;
  }

  private static void add(RecordImpl record, String name, String value) {
    if (!value.isEmpty()) {
      record.addValue(name, value);
    }
  }
}
