package org.closeknit.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Addresses of the stylesheet and the script that change when their content does. */
public final class Assets {
  private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

  private Assets() {}

  public static String address(String name) {
    return ADDRESSES.computeIfAbsent(name, Assets::stamped);
  }

  private static String stamped(String name) {
    try (var in = Assets.class.getResourceAsStream("/static/" + name)) {
      if (in == null) {
        throw new IllegalStateException("not built: static/" + name);
      }
      var sum = new CRC32();
      sum.update(in.readAllBytes());
      return "/%s?v=%08x".formatted(name, sum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
