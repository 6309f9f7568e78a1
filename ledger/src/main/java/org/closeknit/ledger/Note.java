package org.closeknit.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** C2SP's signed note: a text, an empty line, and lines of signatures. */
record Note(String text, List<Signature> signatures) {
  private static final String DASH = "\u2014 ";
  private static final int ID_LENGTH = 4;

  /** More than any log has witnesses; a longer note is there to be slow. */
  private static final int MOST_SIGNATURES = 100;

  static final int LONGEST = 100_000;

  @SuppressWarnings("ArrayRecordComponent")
  record Signature(String name, String id, byte[] bytes) {

    String line() {
      byte[] start = HexFormat.of().parseHex(id);
      byte[] all = Arrays.copyOf(start, start.length + bytes.length);
      System.arraycopy(bytes, 0, all, start.length, bytes.length);
      return DASH + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
    }

    private static Signature parse(String line) {
      int space = line.lastIndexOf(' ');
      if (!line.startsWith(DASH) || space <= DASH.length()) {
        throw broken("a line that is no signature");
      }
      String name = line.substring(DASH.length(), space);
      byte[] all = decode(line.substring(space + 1));
      if (all.length <= ID_LENGTH) {
        throw broken("a signature that is too short");
      }
      String id = HexFormat.of().formatHex(all, 0, ID_LENGTH);
      return new Signature(name, id, Arrays.copyOfRange(all, ID_LENGTH, all.length));
    }

    private static byte[] decode(String base64) {
      try {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
          return bytes;
        }
      } catch (IllegalArgumentException notBase64) {
        // Answered below, as other spellings are.
      }
      throw broken("a signature that is not canonical base64");
    }
  }

  static Note parse(String note) {
    int end = note.lastIndexOf("\n\n");
    if (note.length() > LONGEST || end < 0 || !note.endsWith("\n") || hasControls(note)) {
      throw broken("something else");
    }
    List<Signature> signatures = new ArrayList<>();
    List<String> lines = note.substring(end + 2).lines().limit(MOST_SIGNATURES + 1).toList();
    if (lines.isEmpty() || lines.size() > MOST_SIGNATURES) {
      throw broken("no signature, or too many");
    }
    lines.forEach(line -> signatures.add(Signature.parse(line)));
    return new Note(note.substring(0, end + 1), signatures);
  }

  private static boolean hasControls(String note) {
    return note.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c));
  }

  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()));
    return note.toString();
  }

  private static LedgerBroken broken(String found) {
    return new LedgerBroken("checkpoint", "a signed note", found);
  }
}
