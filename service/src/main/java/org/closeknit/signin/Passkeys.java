package org.closeknit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.closeknit.agency.StaffId;
import org.closeknit.audit.Asker;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys (WebAuthn): made by somebody who has signed in, and enough by themselves to sign in
 * with, since a device gives one only to a person whom it has recognised. What is asked of a
 * browser is kept in its session and counts once.
 */
@Component
class Passkeys {
  private static final String MAKING = "closeknit.passkey-made";
  private static final String USING = "closeknit.passkey-used";
  private static final int LONGEST = 20_000;

  private final JdbcPublicKeyCredentialUserEntityRepository people;
  private final JdbcUserCredentialRepository keys;
  private final PasskeyHome home;
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  Passkeys(JdbcOperations jdbc, PasskeyHome home) {
    this.people = new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
    this.keys = new JdbcUserCredentialRepository(jdbc);
    this.home = home;
  }

  /** Whether a browser can use one at the address by which it came. */
  boolean areHere(HttpServletRequest request) {
    return home.of(request).isPresent();
  }

  List<CredentialRecord> of(Asker.Worker worker) {
    PublicKeyCredentialUserEntity person = people.findByUsername(name(worker));
    return person == null ? List.of() : keys.findByUserId(person.getId());
  }

  /** Takes all of somebody's away. */
  void removeAll(StaffId person) {
    PublicKeyCredentialUserEntity entity = people.findByUsername(person.toString());
    if (entity != null) {
      people.delete(entity.getId());
    }
  }

  /** Takes one away; false where it is not theirs. */
  boolean remove(Asker.Worker worker, String id) {
    Optional<CredentialRecord> own =
        of(worker).stream()
            .filter(one -> one.getCredentialId().toBase64UrlString().equals(id))
            .findFirst();
    own.ifPresent(one -> keys.delete(one.getCredentialId()));
    return own.isPresent();
  }

  /** What a browser needs in order to make one, as JSON. */
  String toMake(Asker.Worker worker, HttpServletRequest request) {
    Webauthn4JRelyingPartyOperations party = party(request);
    party.setCustomizeCreationOptions(options ->
        options.authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build()));
    PublicKeyCredentialCreationOptions options =
        party.createPublicKeyCredentialCreationOptions(
            new ImmutablePublicKeyCredentialCreationOptionsRequest(authentication(worker)));
    request.getSession().setAttribute(MAKING, options);
    return json.writeValueAsString(shownAs(worker, options));
  }

  /** On the device stands the name for signing in, not the number by which the person is kept. */
  private static PublicKeyCredentialCreationOptions shownAs(
      Asker.Worker worker, PublicKeyCredentialCreationOptions options) {
    return PublicKeyCredentialCreationOptions.builder()
        .rp(options.getRp())
        .user(
            ImmutablePublicKeyCredentialUserEntity.builder()
                .id(options.getUser().getId())
                .name(worker.staff().username())
                .displayName(worker.name())
                .build())
        .challenge(options.getChallenge())
        .pubKeyCredParams(options.getPubKeyCredParams())
        .timeout(options.getTimeout())
        .excludeCredentials(options.getExcludeCredentials())
        .authenticatorSelection(options.getAuthenticatorSelection())
        .attestation(options.getAttestation())
        .extensions(options.getExtensions())
        .build();
  }

  /** Keeps the one that was made; false where it is none, or not what was asked for. */
  boolean keep(String made, String label, HttpServletRequest request) {
    Optional<PublicKeyCredentialCreationOptions> asked =
        taken(request, MAKING, PublicKeyCredentialCreationOptions.class);
    return asked.isPresent()
        && made.length() <= LONGEST
        && areHere(request)
        && kept(asked.get(), made, label, request);
  }

  private boolean kept(
      PublicKeyCredentialCreationOptions asked,
      String made,
      String label,
      HttpServletRequest request) {
    try {
      PublicKeyCredential<AuthenticatorAttestationResponse> credential =
          json.readValue(made, new TypeReference<>() {});
      if (credential.getResponse() == null || credential.getRawId() == null) {
        return false;
      }
      party(request)
          .registerCredential(
              new ImmutableRelyingPartyRegistrationRequest(
                  asked, new RelyingPartyPublicKey(credential, label)));
      return true;
    } catch (JacksonException
        | IllegalArgumentException
        | com.webauthn4j.util.exception.WebAuthnException e) {
      return false;
    }
  }

  /** What a browser needs in order to use one, as JSON. */
  String toUse(HttpServletRequest request) {
    Webauthn4JRelyingPartyOperations party = party(request);
    party.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    PublicKeyCredentialRequestOptions options =
        party.createCredentialRequestOptions(
            new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    request.getSession().setAttribute(USING, options);
    return json.writeValueAsString(options);
  }

  /** Whose passkey it is that was used just now. */
  Optional<StaffId> whose(String used, HttpServletRequest request) {
    return taken(request, USING, PublicKeyCredentialRequestOptions.class)
        .filter(unused -> used.length() <= LONGEST && areHere(request))
        .flatMap(asked -> whose(asked, used, request));
  }

  private Optional<StaffId> whose(
      PublicKeyCredentialRequestOptions asked, String used, HttpServletRequest request) {
    try {
      PublicKeyCredential<AuthenticatorAssertionResponse> credential =
          json.readValue(used, new TypeReference<>() {});
      if (credential.getResponse() == null || credential.getRawId() == null) {
        return Optional.empty();
      }
      PublicKeyCredentialUserEntity person =
          party(request).authenticate(new RelyingPartyAuthenticationRequest(asked, credential));
      return Optional.of(new StaffId(UUID.fromString(person.getName())));
    } catch (JacksonException
        | IllegalArgumentException
        | com.webauthn4j.util.exception.WebAuthnException e) {
      return Optional.empty();
    }
  }

  private static <T> Optional<T> taken(HttpServletRequest request, String what, Class<T> type) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return Optional.empty();
    }
    Optional<T> asked =
        Optional.ofNullable(session.getAttribute(what)).filter(type::isInstance).map(type::cast);
    session.removeAttribute(what);
    return asked;
  }

  private Webauthn4JRelyingPartyOperations party(HttpServletRequest request) {
    URI origin =
        home.of(request)
            .orElseThrow(() -> new IllegalArgumentException("there are no passkeys here"));
    var party =
        PublicKeyCredentialRpEntity.builder().id(origin.getHost()).name("Closeknit").build();
    return new Webauthn4JRelyingPartyOperations(people, keys, party, Set.of(origin.toString()));
  }

  private static Authentication authentication(Asker.Worker worker) {
    return UsernamePasswordAuthenticationToken.authenticated(
        name(worker), "", AuthorityUtils.NO_AUTHORITIES);
  }

  private static String name(Asker.Worker worker) {
    return worker.staff().id().toString();
  }
}
