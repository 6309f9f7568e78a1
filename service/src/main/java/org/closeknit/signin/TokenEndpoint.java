package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.closeknit.agency.Machine;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** OAuth 2.0 client credentials (RFC 6749, 4.4); errors as in its 5.2. */
@RestController
class TokenEndpoint {
  private final Callers callers;
  private final Tokens tokens;

  TokenEndpoint(Callers callers, Tokens tokens) {
    this.callers = callers;
    this.tokens = tokens;
  }

  @PostMapping(path = "/oauth2/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<Map<String, Object>> token(
      HttpServletRequest request,
      @RequestParam(name = "grant_type", defaultValue = "") String grant,
      @RequestParam(name = "scope", defaultValue = "") String scope) {
    Optional<Callers.Proven> caller = callers.authenticate(request);
    if (caller.isEmpty()) {
      return error(HttpStatus.UNAUTHORIZED, "invalid_client");
    }
    if (!grant.equals("client_credentials")) {
      return error(
          HttpStatus.BAD_REQUEST, grant.isBlank() ? "invalid_request" : "unsupported_grant_type");
    }
    Machine machine = caller.get().machine();
    Set<String> asked =
        scope.isBlank()
            ? machine.scopes()
            : new LinkedHashSet<>(List.of(scope.strip().split("\\s+")));
    if (!machine.scopes().containsAll(asked)) {
      return error(HttpStatus.BAD_REQUEST, "invalid_scope");
    }
    var body = new LinkedHashMap<String, Object>();
    body.put("access_token", tokens.issue(caller.get(), asked));
    body.put("token_type", "Bearer");
    body.put("expires_in", Tokens.LIFE.toSeconds());
    body.put("scope", String.join(" ", new TreeSet<>(asked)));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }

  private static ResponseEntity<Map<String, Object>> error(HttpStatus status, String code) {
    var answer = ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    if (status == HttpStatus.UNAUTHORIZED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"closeknit\"");
    }
    return answer.body(Map.of("error", code));
  }
}
