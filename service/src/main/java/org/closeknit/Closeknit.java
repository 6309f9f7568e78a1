package org.closeknit;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class Closeknit {
  public static void main(String[] args) {
    SpringApplication.run(Closeknit.class, args);
  }
}
