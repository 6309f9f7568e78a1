package org.closeknit.linkage;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which column of a file is which field. */
final class Columns {
  static final Set<String> KNOWN =
      new LinkedHashSet<>(
          List.of(
              "record_id",
              "source",
              "given_name",
              "middle_name",
              "family_name",
              "full_name",
              "birth_date",
              "birth_day",
              "birth_month",
              "birth_year",
              "sex",
              "address",
              "city",
              "postcode",
              "phone",
              "email",
              "nhs_number",
              "chi_number",
              "mother_name"));

  /** From the file's name of a column to ours. */
  private final Map<String, String> renamed;

  private final Set<String> ignored;

  Columns(Map<String, String> theirsByOurs, Set<String> ignored) {
    this.renamed = new HashMap<>();
    theirsByOurs.forEach((ours, theirs) -> renamed.put(theirs, ours));
    this.ignored = ignored;
  }

  static boolean isKnown(String name) {
    return KNOWN.contains(name) || named(name, "identifier.") || named(name, "extra.");
  }

  private static boolean named(String name, String prefix) {
    return name.startsWith(prefix) && name.length() > prefix.length();
  }

  /** Our name of each column, "" for one that is left out. */
  List<String> of(List<String> header, String file) {
    List<String> ours = header.stream().map(this::ours).toList();
    Set<String> seen = new TreeSet<>();
    for (String name : ours) {
      if (!name.isEmpty() && !seen.add(name)) {
        throw new BadInput(file + ": two columns are " + name);
      }
    }
    if (!seen.contains("record_id")) {
      throw new BadInput(file + ": there is no column record_id");
    }
    return ours;
  }

  /** Those of the header that nobody named or left out on purpose. */
  List<String> unknown(List<String> header) {
    return header.stream().filter(name -> ours(name).isEmpty() && !ignored.contains(name)).toList();
  }

  /** Columns that were named but stand in no file. */
  List<String> missing(Set<String> found) {
    return renamed.keySet().stream().filter(theirs -> !found.contains(theirs)).sorted().toList();
  }

  private String ours(String theirs) {
    if (ignored.contains(theirs)) {
      return "";
    }
    String ours = renamed.getOrDefault(theirs, renamed.containsValue(theirs) ? "" : theirs);
    return isKnown(ours) && !ignored.contains(ours) ? ours : "";
  }
}
