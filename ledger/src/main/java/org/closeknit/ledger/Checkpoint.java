package org.closeknit.ledger;

import java.util.List;

/**
 * What a log was at one moment, in the words of C2SP's tlog-checkpoint: whose, how long, its root.
 */
public record Checkpoint(String origin, long size, Hash root) {
  /** Of the text that every checkpoint has. */
  static final int LINES = 3;

  public Checkpoint {
    requireName(origin);
    if (size < 0) {
      throw new IllegalArgumentException("a log does not hold %d entries".formatted(size));
    }
  }

  public static Checkpoint of(String origin, Frontier frontier) {
    return new Checkpoint(origin, frontier.size(), frontier.root());
  }

  /** A line break or a plus in a name would let it pass for something else in a note or a key. */
  static void requireName(String name) {
    boolean fits =
        !name.isEmpty()
            && name.codePoints()
                .noneMatch(c ->
                    c == '+'
                        || Character.isISOControl(c)
                        || Character.isWhitespace(c)
                        || Character.isSpaceChar(c));
    if (!fits) {
      throw new IllegalArgumentException(
          "a log's name has at least one character, and no space, line break or plus");
    }
  }

  /** The text that is signed. */
  String text() {
    return origin + "\n" + size + "\n" + root + "\n";
  }

  /** Lines after the third are extensions: signed, and not ours to read. */
  static Checkpoint parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < LINES) {
      throw new LedgerBroken("checkpoint", "origin, size and root", lines.size() + " lines");
    }
    try {
      return new Checkpoint(lines.get(0), parseNumber(lines.get(1)), Hash.parse(lines.get(2)));
    } catch (IllegalArgumentException notOne) {
      throw new LedgerBroken("checkpoint", "origin, size and root", "text that is none");
    }
  }

  /** The same of the signs before an end, without a text in between. */
  static long parseNumber(byte[] digits, int end) {
    long number = 0;
    boolean fits = end > 0 && end <= digits.length && end < 19 && (end == 1 || digits[0] != '0');
    for (int at = 0; fits && at < end; at++) {
      fits = digits[at] >= '0' && digits[at] <= '9';
      number = number * 10 + (digits[at] - '0');
    }
    if (!fits) {
      throw new IllegalArgumentException("a number is written without sign or leading noughts");
    }
    return number;
  }

  static long parseNumber(String digits) {
    long number = Long.parseLong(digits);
    if (!Long.toString(number).equals(digits)) {
      throw new IllegalArgumentException("a number is written without sign or leading noughts");
    }
    return number;
  }
}
