package org.closeknit.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Kind;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;

/**
 * The rules as sentences. Each is made by asking the decision, so that none can say what it does
 * not.
 */
final class InWords {
  private final Agency reader;
  private final When when;

  private InWords(Agency reader, When when) {
    this.reader = reader;
    this.when = when;
  }

  /** What holds for people of an agency at a moment. */
  static List<Section> of(Agency reader, When when) {
    var words = new InWords(reader, when);
    return Stream.of(words.ofOthers(), List.of(words.restricted()), List.of(words.handled()))
        .flatMap(List::stream)
        .toList();
  }

  /** Agencies that show the same stand together. */
  private List<Section> ofOthers() {
    Map<List<String>, List<String>> shown = new LinkedHashMap<>();
    when.net().shownTo(reader.id()).keySet().stream()
        .map(when.net()::agency)
        .sorted(java.util.Comparator.comparing(Agency::name))
        .forEach(keeper ->
            shown
                .computeIfAbsent(shownBy(keeper.id()), unused -> new ArrayList<>())
                .add(keeper.name()));
    return shown.entrySet().stream()
        .map(entry -> new Section("From " + and(entry.getValue()), entry.getKey()))
        .toList();
  }

  private List<String> shownBy(AgencyId keeper) {
    var sentences = new ArrayList<String>();
    for (Way way : Way.values()) {
      if (way.isFor(reader)) {
        List<Item> open = open(way, keeper, Ruling::opensContent);
        if (!open.isEmpty()) {
          sentences.add(way.words() + " " + and(words(open, keeper)) + ".");
        }
      }
    }
    List<Item> known =
        open(Way.CONFIRMED, keeper, one -> one instanceof Ruling.Allowed && !one.opensContent());
    if (!known.isEmpty()) {
      sentences.add(
          "Once confirmed, one knows only that it is involved, and nothing of "
              + and(known.stream().map(Item::words).toList())
              + ".");
    }
    return sentences.isEmpty() ? List.of("Nothing is open.") : sentences;
  }

  private List<Item> open(Way way, AgencyId keeper, Predicate<Ruling> which) {
    return Arrays.stream(Item.values())
        .filter(item ->
            which.test(
                Decide.on(way.who(reader, when), What.open(item, keeper, Handling.SHARED), when)))
        .toList();
  }

  private List<String> words(List<Item> items, AgencyId keeper) {
    boolean reasons = when.net().between(reader.id(), keeper).reasons();
    return items.stream()
        .map(item -> item.words() + (item == Item.VISITS && reasons ? " with their reasons" : ""))
        .toList();
  }

  private Section restricted() {
    var sentences = new ArrayList<String>();
    for (Restriction restriction : Restriction.values()) {
      if (restriction != Restriction.NONE) {
        sentences.add(
            "A record restricted as "
                + marked(restriction)
                + " is read by "
                + readers(restriction)
                + ".");
      }
    }
    List<String> sealing =
        Arrays.stream(Kind.values()).filter(InWords::seals).map(InWords::named).toList();
    sentences.add(
        "While a record of "
            + or(sealing)
            + " is restricted, nobody learns anything of the child from any other agency’s record: every page, list, search and check answers as if there were none.");
    return new Section("What is restricted", sentences);
  }

  private String readers(Restriction restriction) {
    if (opensToOthers(restriction)) {
      return "others too";
    }
    return opensToOwn(restriction)
        ? "the agency that keeps it alone, in an emergency too"
        : "the adoption team of the council that keeps it, and by nobody else, in an emergency too";
  }

  private boolean opensToOwn(Restriction restriction) {
    boolean former = restriction == Restriction.ADOPTED;
    var own = new What(Item.PEOPLE, reader.id(), restriction, false, former, Handling.SHARED);
    return Decide.on(Way.DESK.who(reader, when), own, when).opensContent();
  }

  private boolean opensToOthers(Restriction restriction) {
    return when.net().shownTo(reader.id()).keySet().stream()
        .anyMatch(keeper ->
            Arrays.stream(Way.values())
                .anyMatch(way ->
                    Decide.on(
                            way.who(reader, when),
                            new What(
                                Item.PEOPLE, keeper, restriction, false, false, Handling.SHARED),
                            when)
                        .opensContent()));
  }

  private static boolean seals(Kind kind) {
    var keeper = new AgencyId("keeper");
    var child =
        new ChildRecords(
            new ChildId(new UUID(0, 0)),
            List.of(new AgencyRecord(new RecordId(new UUID(0, 1)), keeper, Restriction.RECORD)));
    return Seal.isOn(child, unused -> kind);
  }

  private static Section handled() {
    return new Section(
        "How a sender handles a thing",
        Arrays.stream(Handling.values()).map(InWords::handled).toList());
  }

  private static String handled(Handling handling) {
    Map<Kind, List<String>> readers = new EnumMap<>(Kind.class);
    for (Kind sender : Kind.values()) {
      readers.put(
          sender,
          Arrays.stream(Kind.values())
              .filter(reader -> Decide.handlingAllows(reader, sender, handling))
              .map(InWords::named)
              .toList());
    }
    String what = "What is sent as “" + handling.words() + "” ";
    if (readers.values().stream().allMatch(some -> some.size() == Kind.values().length)) {
      return what + "goes as far as the agreements.";
    }
    List<String> exceptions =
        readers.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(entry ->
                "from " + named(entry.getKey()) + " is also read by " + or(entry.getValue()))
            .toList();
    return what
        + "is read by the agency that sent it"
        + (exceptions.isEmpty() ? " alone" : "; " + String.join("; ", exceptions))
        + ".";
  }

  private static String marked(Restriction restriction) {
    return switch (restriction) {
      case NONE -> "open";
      case ADDRESS -> "a confidential address";
      case RECORD -> "a sealed record";
      case ADOPTED -> "adopted";
    };
  }

  private static String named(Kind kind) {
    return switch (kind) {
      case COUNCIL -> "a council";
      case HOSPITAL -> "a hospital";
      case POLICE -> "the police";
      case SCHOOL -> "a school";
      case REPORTER -> "the Children’s Reporter";
      case GP -> "a general practice";
    };
  }

  private static String and(List<String> words) {
    return joined(words, " and ");
  }

  private static String or(List<String> words) {
    return joined(words, " or ");
  }

  private static String joined(List<String> words, String last) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return words.stream().limit(words.size() - 1L).collect(Collectors.joining(", "))
        + last
        + words.getLast();
  }
}
