package org.closeknit.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A model as lines of text, each with its parts between tabs; the first line names the version. */
final class ModelText {
  private static final String VERSION = "closeknit-linkage-model\t1";

  private static final double[] EVEN = {0.5, 0.5};

  private long records;
  private double rarity = Double.NaN;

  /** What models say that were kept before it was learnt. */
  private double siblings = 1;

  private double twins = Expectation.TWINS;

  private final Map<String, Weights> weights = new HashMap<>();
  private final Map<String, Double> rare = new HashMap<>();
  private final Map<String, Map<String, Double>> shares = new HashMap<>();

  private double[] traditions = Traditions.NONE.shares();
  private final Map<String, int[]> given = new HashMap<>();
  private final Map<String, int[]> family = new HashMap<>();

  private ModelText() {}

  static Model shipped() {
    try (InputStream text =
        Objects.requireNonNull(ModelText.class.getResourceAsStream("shipped.model"))) {
      return parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Model parse(String text) {
    if (!text.startsWith(VERSION + "\n")) {
      throw new IllegalArgumentException("not a linkage model of version 1");
    }
    ModelText parsed = new ModelText();
    text.lines()
        .skip(1)
        .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
        .forEach(parsed::line);
    return parsed.model();
  }

  private void line(String line) {
    String[] parts = line.split("\t");
    switch (parts[0]) {
      case "records" -> records = Long.parseLong(parts[1]);
      case "rarity" -> rarity = Double.parseDouble(parts[1]);
      case "siblings" -> siblings = Double.parseDouble(parts[1]);
      case "twins" -> twins = Double.parseDouble(parts[1]);
      case "weights" ->
          weights.put(
              name(parts[1]),
              new Weights(Field.named(name(parts[1])), numbers(parts[2]), numbers(parts[3])));
      case "rare" -> rare.put(name(parts[1]), Double.parseDouble(parts[2]));
      case "share" ->
          shares
              .computeIfAbsent(name(parts[1]), field -> new HashMap<>())
              .put(parts[2], Double.parseDouble(parts[3]));
      case "traditions" -> traditions = numbers(parts[1]);
      case "tradition" ->
          (parts[1].equals(Field.GIVEN.name()) ? given : family)
              .put(parts[2], Arrays.stream(numbers(parts[3])).mapToInt(n -> (int) n).toArray());
      default -> throw new IllegalArgumentException("a linkage model has no " + parts[0]);
    }
  }

  private Model model() {
    Map<String, Frequencies> frequencies = new HashMap<>();
    rare.forEach((field, share) ->
        frequencies.put(field, new Frequencies(share, shares.getOrDefault(field, Map.of()))));
    weights.computeIfAbsent(
        Field.SOURCE.name(), name -> new Weights(Field.SOURCE, EVEN.clone(), EVEN.clone()));
    return new Model(records, rarity, siblings, twins, weights, frequencies, traditions());
  }

  private Traditions traditions() {
    return new Traditions(traditions, given, family);
  }

  static String of(Model model) {
    StringBuilder text = new StringBuilder(VERSION).append('\n');
    text.append("records\t").append(model.records()).append('\n');
    text.append("rarity\t").append(model.rarity()).append('\n');
    text.append("siblings\t").append(model.siblings()).append('\n');
    text.append("twins\t").append(model.twins()).append('\n');
    for (Weights weights : model.allWeights()) {
      text.append("weights\t").append(escaped(weights.field.name()));
      text.append('\t').append(joined(weights.m));
      text.append('\t').append(joined(weights.u)).append('\n');
    }
    new TreeMap<>(model.allFrequencies()).forEach((field, values) -> add(text, field, values));
    text.append("traditions\t").append(joined(model.traditions().shares())).append('\n');
    add(text, Field.GIVEN, model.traditions().given());
    add(text, Field.FAMILY, model.traditions().family());
    return text.toString();
  }

  private static void add(StringBuilder text, String field, Frequencies values) {
    String name = escaped(field);
    text.append("rare\t").append(name).append('\t').append(values.rare()).append('\n');
    new TreeMap<>(values.shares())
        .forEach((value, share) ->
            text.append("share\t")
                .append(name)
                .append('\t')
                .append(value)
                .append('\t')
                .append(share)
                .append('\n'));
  }

  private static void add(StringBuilder text, Field field, Map<String, int[]> traditions) {
    new TreeMap<>(traditions)
        .forEach((name, of) ->
            text.append("tradition\t")
                .append(field.name())
                .append('\t')
                .append(name)
                .append('\t')
                .append(
                    Arrays.stream(of).mapToObj(Integer::toString).collect(Collectors.joining(" ")))
                .append('\n'));
  }

  private static double[] numbers(String joined) {
    return Arrays.stream(joined.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static String joined(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" "));
  }

  private static String escaped(String name) {
    return name.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String name(String escaped) {
    return escaped.translateEscapes();
  }
}
