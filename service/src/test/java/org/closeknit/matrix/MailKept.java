package org.closeknit.matrix;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server of which every mail can be read. */
final class MailKept extends JavaMailSenderImpl {
  private final List<String> mails = new CopyOnWriteArrayList<>();

  List<String> mails() {
    return mails;
  }

  @Override
  public void testConnection() {}

  @Override
  protected void doSend(MimeMessage[] messages, @Nullable Object @Nullable [] originals) {
    for (Object original : originals == null ? messages : originals) {
      mails.add(original instanceof SimpleMailMessage simple ? simple.toString() : "unread");
    }
  }
}
