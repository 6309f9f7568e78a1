package org.closeknit.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.csrf.CsrfToken;

/** What stands around each page: who reads it, where they can go, what holds for every page now. */
public record Frame(
    Reader reader, List<Entry> menu, List<Bar> bars, Csrf csrf, boolean madeUp, boolean live) {

  /** The person signed in; both empty while nobody is. */
  public record Reader(String name, String agency) {
    public static final Reader NOBODY = new Reader("", "");

    public boolean signedIn() {
      return !name.isEmpty();
    }
  }

  /**
   * One entry of the menu; {@code count} 0 shows no badge, {@code counted} says what is counted.
   */
  public record Entry(String label, String href, boolean current, int count, String counted) {
    public Entry(String label, String href, boolean current) {
      this(label, href, current, 0, "");
    }
  }

  /**
   * A bar over every page while a record is open in an emergency: words, and a form that ends it.
   *
   * @param seconds until it ends by itself; 0 where it does not
   */
  public record Bar(String words, String action, String button, long seconds) {
    public Bar(String words, String action, String button) {
      this(words, action, button, 0);
    }
  }

  /** In how many seconds the page is to be loaded anew, because something ends; 0 for never. */
  public long endsIn() {
    return bars.stream().mapToLong(Bar::seconds).filter(left -> left > 0).min().orElse(0);
  }

  /** The hidden field without which a form is refused. */
  public record Csrf(String parameter, String token) {
    public static final Csrf NONE = new Csrf("", "");

    public static Csrf of(HttpServletRequest request) {
      return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
          ? new Csrf(token.getParameterName(), token.getToken())
          : NONE;
    }
  }

  public Frame {
    menu = List.copyOf(menu);
    bars = List.copyOf(bars);
  }

  /** The frame while nobody is signed in. */
  public static Frame signedOut(Csrf csrf, boolean madeUp) {
    return new Frame(Reader.NOBODY, List.of(), List.of(), csrf, madeUp, false);
  }
}
