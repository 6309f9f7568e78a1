package org.closeknit.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Children who never were, the same at each run, with numbers that were never issued. */
final class Population {
  private static final String[] STARTS = {
    "Al", "Ber", "Car", "Dan", "El", "Far", "Gil", "Hol", "Is", "Jas", "Kel", "Lor", "Mor", "Nor",
    "Os", "Pen", "Quin", "Ros", "Sel", "Tor", "Ul", "Ver", "Wen", "Yar", "Zel"
  };
  private static final String[] MIDDLES = {
    "a", "be", "ci", "do", "en", "fa", "gri", "ha", "in", "le", "mi", "na", "or", "pe", "ra", "sto",
    "ti", "vel", "wi", "ya"
  };
  private static final String[] ENDS = {
    "bury", "combe", "dale", "field", "ford", "gate", "ham", "hurst", "kirk", "land", "ley", "man",
    "more", "ness", "shaw", "stead", "ton", "well", "wick", "worth"
  };
  private static final LocalDate OLDEST = LocalDate.of(2009, 1, 1);
  private static final int DAYS = 6200;

  /** One of them. */
  record Child(
      String localId,
      String nhsNumber,
      String familyName,
      String givenNames,
      LocalDate born,
      String address,
      String postcode) {}

  private final List<Child> children;

  private Population(List<Child> children) {
    this.children = children;
  }

  /** Populations with different first numbers share no child. */
  static Population of(int count, int firstNumber) {
    List<Child> children = new ArrayList<>(count);
    for (int number = firstNumber; children.size() < count; number++) {
      String digits = "9" + String.format("%08d", number);
      int check = checkDigit(digits);
      if (check < 10) {
        children.add(child(digits + check, new SplittableRandom(number)));
      }
    }
    return new Population(children);
  }

  /** Modulus 11; ten stands for a number that is not issued. */
  private static int checkDigit(String digits) {
    int sum = IntStream.range(0, 9).map(i -> (digits.charAt(i) - '0') * (10 - i)).sum();
    return (11 - sum % 11) % 11;
  }

  private static Child child(String nhsNumber, SplittableRandom random) {
    return new Child(
        "B" + nhsNumber,
        nhsNumber,
        one(STARTS, random) + one(MIDDLES, random) + one(ENDS, random),
        one(STARTS, random) + one(MIDDLES, random),
        OLDEST.plusDays(random.nextInt(DAYS)),
        (1 + random.nextInt(200)) + " " + one(STARTS, random) + one(ENDS, random) + " Road",
        "BD%d %d%c%c"
            .formatted(
                1 + random.nextInt(24),
                1 + random.nextInt(9),
                'A' + random.nextInt(2),
                'D' + random.nextInt(3)));
  }

  private static String one(String[] of, SplittableRandom random) {
    return of[random.nextInt(of.length)];
  }

  List<Child> children() {
    return children;
  }

  byte[] people(int from, int to) {
    StringBuilder csv =
        new StringBuilder(
            "local_id,kind,nhs_number,nhs_number_verified,family_name,given_names,birth_date,address,postcode\n");
    for (Child child : children.subList(from, to)) {
      line(
          csv,
          child.localId(),
          "child",
          child.nhsNumber(),
          "yes",
          child.familyName(),
          child.givenNames(),
          child.born().toString(),
          child.address(),
          child.postcode());
    }
    return bytes(csv);
  }

  byte[] statuses(int from, int to) {
    StringBuilder csv =
        new StringBuilder(
            "local_id,nhs_number,family_name,given_names,birth_date,status,category,start_date,office_phone,emergency_phone\n");
    for (Child child : children.subList(from, to)) {
      line(
          csv,
          child.localId(),
          child.nhsNumber(),
          child.familyName(),
          child.givenNames(),
          child.born().toString(),
          "LAC",
          "",
          "2026-06-01",
          "01632 960100",
          "01632 960999");
    }
    return bytes(csv);
  }

  byte[] involvements(int from, int to, List<String> workers) {
    StringBuilder csv = new StringBuilder("local_id,worker_id,worker_name,role,phone,from\n");
    for (int at = from; at < to; at++) {
      String worker = workers.get(at % workers.size());
      line(
          csv,
          children.get(at).localId(),
          worker,
          "Worker " + worker,
          "social worker",
          "01632 960100",
          "2026-06-01");
    }
    return bytes(csv);
  }

  private static void line(StringBuilder csv, String... cells) {
    csv.append(String.join(",", cells)).append('\n');
  }

  private static byte[] bytes(StringBuilder csv) {
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }
}
