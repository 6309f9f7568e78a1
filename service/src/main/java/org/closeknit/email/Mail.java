package org.closeknit.email;

import jakarta.mail.SendFailedException;
import java.util.List;
import java.util.stream.Stream;
import org.closeknit.agency.Agencies;
import org.closeknit.notice.Notice;
import org.closeknit.notice.NoticeEscalated;
import org.closeknit.notice.NoticeRaised;
import org.closeknit.notice.Notices;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells people by mail that something waits. After commit, from the publication registry: a mail
 * server that is away delays a mail and loses none. Where no server is named nothing is kept to be
 * mailed.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class Mail {
  private final JavaMailSender sender;
  private final Notices notices;
  private final Agencies agencies;
  private final String from;
  private final String address;

  Mail(
      JavaMailSender sender,
      Notices notices,
      Agencies agencies,
      @Value("${closeknit.mail.from:closeknit@localhost}") String from,
      @Value("${closeknit.address:}") String address) {
    this.sender = sender;
    this.notices = notices;
    this.agencies = agencies;
    this.from = from;
    this.address = address;
  }

  @ApplicationModuleListener
  void on(NoticeRaised raised) {
    notices
        .find(raised.notice())
        .filter(notice -> notice.acknowledged().isEmpty())
        .ifPresent(notice -> send(recipients(notice)));
  }

  @ApplicationModuleListener
  void on(NoticeEscalated escalated) {
    notices
        .find(escalated.notice())
        .filter(notice -> notice.acknowledged().isEmpty())
        .ifPresent(notice -> send(desk(notice)));
  }

  /** Those whom it names; the desk where it names none, or has had it before it grew. */
  private List<String> recipients(Notice notice) {
    Stream<String> named =
        notices.recipients(notice.id()).stream()
            .flatMap(id -> agencies.staff(id).stream())
            .map(staff -> staff.email())
            .filter(email -> !email.isBlank());
    if (notice.escalatedAt().isPresent()) {
      return Stream.concat(named, desk(notice).stream()).distinct().toList();
    }
    List<String> people = named.toList();
    return people.isEmpty() ? desk(notice) : people;
  }

  private List<String> desk(Notice notice) {
    String email = agencies.get(notice.agency()).dutyDeskEmail();
    return email.isBlank() ? List.of() : List.of(email);
  }

  private void send(List<String> to) {
    int away = 0;
    for (String one : to) {
      away += sent(one) ? 0 : 1;
    }
    // One address that is refused keeps the mail from nobody; the registry tries all again later.
    if (away > 0) {
      throw new MailServerAway(away + " of " + to.size());
    }
  }

  private boolean sent(String to) {
    var mail = new SimpleMailMessage();
    mail.setFrom(from);
    mail.setTo(to);
    mail.setSubject("Closeknit: something waits for you");
    mail.setText(
        """
        Something in Closeknit waits for your answer. Sign in to read it%s

        This mail says nothing about anybody, and never will. If one does, it is not from us.
        """
            .formatted(address.isBlank() ? "." : ": " + address));
    try {
      sender.send(mail);
      return true;
    } catch (MailSendException refused) {
      // This address is refused; another try would be refused as well. Its message holds the
      // address.
      return refused.getFailedMessages().values().stream()
          .anyMatch(SendFailedException.class::isInstance);
    } catch (MailException away) {
      return false;
    }
  }
}
