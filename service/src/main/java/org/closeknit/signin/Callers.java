package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Machine;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Which system asks for a token: by a signed assertion (RFC 7523), by the certificate of its
 * connection (RFC 8705), or by its secret (RFC 6749, 2.3.1).
 */
@Component
class Callers {
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

  private final Agencies agencies;
  private final PasswordEncoder passwords;
  private final Assertions assertions;
  private final SystemKeys keys;

  Callers(Agencies agencies, PasswordEncoder passwords, Assertions assertions, SystemKeys keys) {
    this.agencies = agencies;
    this.passwords = passwords;
    this.assertions = assertions;
    this.keys = keys;
  }

  /**
   * A system that has proven itself, the key that it proved itself with, and the thumbprint of the
   * certificate to which its token is bound.
   */
  record Proven(Machine machine, Optional<UUID> key, Optional<byte[]> certificate) {}

  Optional<Proven> authenticate(HttpServletRequest request) {
    String assertion = request.getParameter("client_assertion");
    String basic = request.getHeader("Authorization");
    String client = request.getParameter("client_id");
    if (assertion != null) {
      return Assertions.TYPE.equals(request.getParameter("client_assertion_type"))
          ? byAssertion(assertion)
          : Optional.empty();
    }
    if (basic != null) {
      return bySecret(basic);
    }
    return client == null ? Optional.empty() : byCertificate(client, request);
  }

  private Optional<Proven> byAssertion(String assertion) {
    return assertions
        .read(assertion)
        .flatMap(signed ->
            agencies
                .machine(signed.clientId())
                .map(machine ->
                    new Proven(machine, Optional.of(signed.key().id()), Optional.empty())));
  }

  private Optional<Proven> byCertificate(String client, HttpServletRequest request) {
    return certificate(request)
        .flatMap(thumbprint ->
            keys.holder(thumbprint)
                .filter(key -> key.clientId().equals(client))
                .flatMap(key ->
                    agencies
                        .machine(client)
                        .map(machine ->
                            new Proven(machine, Optional.of(key.id()), Optional.of(thumbprint)))));
  }

  /** The thumbprint of the certificate that this connection showed and TLS has checked. */
  static Optional<byte[]> certificate(HttpServletRequest request) {
    if (!(request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain)
        || chain.length == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(PublicPart.thumbprint(chain[0].getEncoded()));
    } catch (CertificateEncodingException unreadable) {
      return Optional.empty();
    }
  }

  private Optional<Proven> bySecret(String authorization) {
    if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Optional.empty();
    }
    try {
      String pair =
          new String(
              Base64.getDecoder().decode(authorization.substring(6).strip()),
              StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      if (colon < 0 || pair.indexOf('\0') >= 0 || pair.contains("%00")) {
        return Optional.empty();
      }
      String client = URLDecoder.decode(pair.substring(0, colon), StandardCharsets.UTF_8);
      String secret = URLDecoder.decode(pair.substring(colon + 1), StandardCharsets.UTF_8);
      return agencies
          .machineSecretHash(client)
          .filter(hash -> passwords.matches(secret, hash))
          .flatMap(unused -> agencies.machine(client))
          .map(machine -> new Proven(machine, Optional.empty(), Optional.empty()));
    } catch (IllegalArgumentException notBasic) {
      return Optional.empty();
    }
  }
}
