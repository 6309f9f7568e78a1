package org.closeknit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class AddressesToListenOn {
  private final MockEnvironment settings = new MockEnvironment();

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
  void the_loopback_needs_nothing_more(String address) {
    settings.setProperty("server.address", address);
    assertThatCode(this::look).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", ""})
  void any_other_is_refused_in_the_clear(String address) {
    settings.setProperty("server.address", address);
    assertThatThrownBy(this::look).isInstanceOf(CannotStart.class);
  }

  @Test
  void any_other_is_taken_with_a_certificate() {
    settings.setProperty("server.address", "0.0.0.0");
    settings.setProperty("server.ssl.certificate", "file:/etc/closeknit/tls.pem");
    assertThatCode(this::look).doesNotThrowAnyException();
  }

  @Test
  void a_certificate_that_is_switched_off_counts_for_nothing() {
    settings.setProperty("server.address", "0.0.0.0");
    settings.setProperty("server.ssl.certificate", "file:/etc/closeknit/tls.pem");
    settings.setProperty("server.ssl.enabled", "false");
    assertThatThrownBy(this::look).isInstanceOf(CannotStart.class);
  }

  @Test
  void a_named_proxy_counts_only_when_its_headers_are_read() {
    settings.setProperty("server.address", "0.0.0.0");
    settings.setProperty("closeknit.proxy", "the trust's gateway");
    assertThatThrownBy(this::look).isInstanceOf(CannotStart.class);
    settings.setProperty("server.forward-headers-strategy", "native");
    assertThatCode(this::look).doesNotThrowAnyException();
  }

  @Test
  void the_address_for_operators_is_held_to_the_same() {
    settings.setProperty("server.address", "127.0.0.1");
    settings.setProperty("management.server.address", "0.0.0.0");
    assertThatThrownBy(this::look).isInstanceOf(CannotStart.class);
  }

  private void look() {
    GenericApplicationContext context = new GenericApplicationContext();
    context.setEnvironment(settings);
    new ReachableSafely().initialize(context);
  }
}
