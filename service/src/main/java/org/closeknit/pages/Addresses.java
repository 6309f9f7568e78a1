package org.closeknit.pages;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where people find this service: as set, else as it was asked for. */
@Component
public class Addresses {
  private final String address;

  Addresses(@Value("${closeknit.address:}") String address) {
    this.address = address.strip().replaceAll("/+$", "");
  }

  public String here() {
    return address.isEmpty()
        ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
        : address;
  }
}
