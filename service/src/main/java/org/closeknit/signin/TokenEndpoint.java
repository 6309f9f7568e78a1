package org.closeknit.signin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Machine;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** OAuth 2.0 client credentials (RFC 6749, 4.4) with HTTP Basic; errors as in its 5.2. */
@RestController
class TokenEndpoint {
  private final Agencies agencies;
  private final PasswordEncoder passwords;
  private final Tokens tokens;

  TokenEndpoint(Agencies agencies, PasswordEncoder passwords, Tokens tokens) {
    this.agencies = agencies;
    this.passwords = passwords;
    this.tokens = tokens;
  }

  @PostMapping(path = "/oauth2/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<Map<String, Object>> token(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
      @RequestParam(name = "grant_type", defaultValue = "") String grant,
      @RequestParam(name = "scope", defaultValue = "") String scope) {
    Optional<Machine> machine = authenticate(authorization);
    if (machine.isEmpty()) {
      return error(HttpStatus.UNAUTHORIZED, "invalid_client");
    }
    if (!grant.equals("client_credentials")) {
      return error(
          HttpStatus.BAD_REQUEST, grant.isBlank() ? "invalid_request" : "unsupported_grant_type");
    }
    Set<String> asked =
        scope.isBlank()
            ? machine.get().scopes()
            : new LinkedHashSet<>(List.of(scope.strip().split("\\s+")));
    if (!machine.get().scopes().containsAll(asked)) {
      return error(HttpStatus.BAD_REQUEST, "invalid_scope");
    }
    var body = new LinkedHashMap<String, Object>();
    body.put("access_token", tokens.issue(machine.get().clientId(), asked));
    body.put("token_type", "Bearer");
    body.put("expires_in", Tokens.LIFE.toSeconds());
    body.put("scope", String.join(" ", new TreeSet<>(asked)));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }

  private Optional<Machine> authenticate(String authorization) {
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
          .flatMap(unused -> agencies.machine(client));
    } catch (IllegalArgumentException notBasic) {
      return Optional.empty();
    }
  }

  private static ResponseEntity<Map<String, Object>> error(HttpStatus status, String code) {
    var answer = ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    if (status == HttpStatus.UNAUTHORIZED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"closeknit\"");
    }
    return answer.body(Map.of("error", code));
  }
}
