package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where passkeys are made and used: at the address that the installation names ({@code
 * closeknit.address}), since a passkey belongs to a name and must not follow whatever name a
 * request says. Where none is named, on the machine itself as {@code localhost}; never at an
 * address of numbers, to which no browser gives any.
 */
@Component
class PasskeyHome {
  private static final String MACHINE_ITSELF = "localhost";

  private final Optional<URI> named;

  PasskeyHome(@Value("${closeknit.address:}") String address) {
    this.named = Optional.of(bare(address)).filter(one -> "https".equals(one.getScheme()));
  }

  /** The origin of a request, where passkeys are for it. */
  Optional<URI> of(HttpServletRequest request) {
    URI asked = bare(request.getRequestURL().toString());
    return Optional.of(asked)
        .filter(one -> named.map(one::equals).orElse(MACHINE_ITSELF.equals(one.getHost())));
  }

  private static URI bare(String address) {
    URI whole = URI.create(address.strip());
    return URI.create(whole.getScheme() + "://" + whole.getRawAuthority());
  }
}
