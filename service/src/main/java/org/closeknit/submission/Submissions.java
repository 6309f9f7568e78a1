package org.closeknit.submission;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.closeknit.agency.Agencies;
import org.closeknit.audit.Asker;
import org.closeknit.person.AgencyId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/** The files that agencies sent, whole, with their receipts. */
@Component
public class Submissions {
  /** Up to so many lines a file is taken in as one; a longer one in steps of so many. */
  public static final int STEP = 10_000;

  /** By what a file of one line is called that somebody's registering by hand makes. */
  public static final String BY_HAND = "Registered by hand";

  /** What a form needs around the file that it sends. */
  public static final int FORM_AROUND_A_FILE = 16 << 10;

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final int PAGE = 1_000;

  private final SubmissionRows rows;
  private final Parts parts;
  private final Answers answers;
  private final Unfinished unfinished;
  private final SaidLater saidLater;
  private final Agencies agencies;
  private final InstantSource clock;
  private final long limit;
  private final boolean chiModulus10;

  Submissions(
      SubmissionRows rows,
      Parts parts,
      Answers answers,
      Unfinished unfinished,
      SaidLater saidLater,
      Agencies agencies,
      InstantSource clock,
      @Value("${closeknit.submissions.limit:1GB}") DataSize limit,
      @Value("${closeknit.chi.modulus10:true}") boolean chiModulus10) {
    this.rows = rows;
    this.parts = parts;
    this.answers = answers;
    this.unfinished = unfinished;
    this.saidLater = saidLater;
    this.agencies = agencies;
    this.clock = clock;
    this.limit = limit.toBytes();
    this.chiModulus10 = chiModulus10;
  }

  /** How many bytes a file may have. */
  public long limit() {
    return limit;
  }

  /** Stores the bytes as they come. What breaks off on the way leaves nothing. */
  public Reception receive(Asker asker, SubmissionKind kind, String fileName, InputStream body)
      throws IOException {
    UUID id = UUID.randomUUID();
    rows.begin(id, asker, kind, fileName);
    boolean whole = false;
    try {
      MessageDigest digest = sha256();
      long bytes = 0;
      int number = 0;
      byte[] part = body.readNBytes(Parts.SIZE);
      while (part.length > 0) {
        bytes += part.length;
        if (bytes > limit) {
          return new Reception.TooLarge(limit);
        }
        digest.update(part);
        parts.add(id, number++, part);
        rows.progress(id, bytes);
        part = body.readNBytes(Parts.SIZE);
      }
      rows.received(id, digest.digest());
      whole = true;
      return new Reception.Stored(id);
    } finally {
      if (!whole) {
        rows.forget(id);
      }
    }
  }

  /** Reads a stored file from its beginning, and says whether it can be read so far. */
  public Shape read(UUID id, SubmissionKind kind, int atMost) {
    try (Lines lines = lines(id, kind)) {
      int count = 0;
      while (lines.raw().isPresent()) {
        if (++count > atMost) {
          return new Shape.Longer();
        }
      }
      return new Shape.Whole(count);
    } catch (UnreadableFile unreadable) {
      return new Shape.Unreadable(unreadable.line(), unreadable.rule());
    }
  }

  /** The lines of a file that {@link #read} found readable. */
  public Lines lines(UUID id, SubmissionKind kind) {
    var today = LocalDate.ofInstant(clock.instant(), LONDON);
    return new Lines(kind, parts.open(id), new Rules(today, agencies.madeUp(), chiModulus10));
  }

  /** Waits until no other file of the agency is being taken in. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void awaitTurn(AgencyId agency) {
    rows.awaitTurn(agency);
  }

  /** Whether the file is new, by its key and by its bytes; the caller has awaited its turn. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Claim claim(UUID id, AgencyId agency, Optional<String> key) {
    Optional<UUID> same = rows.sameAs(id);
    Optional<UUID> named = key.flatMap(name -> rows.byKey(agency, name));
    if (named.isPresent() && !named.equals(same)) {
      return new Claim.KeyUsedOtherwise();
    }
    UUID first = same.orElse(id);
    key.ifPresent(name -> rows.remember(agency, name, first));
    if (same.isPresent()) {
      return new Claim.Again(first);
    }
    rows.arrived(id);
    return new Claim.First();
  }

  /** Leaves a long file to be taken in step by step. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void leave(UUID id) {
    if (!rows.working(id)) {
      throw new IllegalStateException("the file has gone");
    }
  }

  /** Forgets a file that was stored and is not taken in. */
  public void forget(UUID id) {
    rows.forget(id);
  }

  public int forgetBrokenOff() {
    return rows.forgetBrokenOff();
  }

  /** A long file for this instance to go on with. */
  @Transactional
  public Optional<UUID> lease(UUID instance) {
    return unfinished.lease(instance);
  }

  /** How many lines of a leased file are in; absent when another instance has it now. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Integer> hold(UUID id, UUID instance) {
    return unfinished.hold(id, instance);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void hasLines(UUID id, int lines) {
    rows.lines(id, lines);
  }

  /** Those of some things of which a file has spoken already that came after this one. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Set<String> saidLater(UUID id, Collection<String> things) {
    return saidLater.among(id, things);
  }

  /** Notes what a file said, as long as an older one may still come to it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void said(UUID id, Collection<String> things) {
    saidLater.note(id, things);
  }

  /**
   * Writes a part of the receipt.
   *
   * @param kept the answers that the receipt shows
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(UUID id, List<Answer> kept, int accepted, int refused) {
    answers.add(id, kept);
    rows.count(id, accepted, refused);
  }

  /** Completes the receipt. */
  @Transactional(propagation = Propagation.MANDATORY)
  public FileCode complete(UUID id) {
    Submission now = rows.find(id).orElseThrow();
    FileCode code = FileCode.of(now.accepted(), now.refused());
    rows.done(id, code, Optional.empty());
    saidLater.forget(id);
    return code;
  }

  /** Ends a long file that proved unreadable, with nothing of it in force. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void refuse(UUID id, Shape.Unreadable why) {
    rows.done(id, FileCode.CPF01, Optional.of(why.words()));
    saidLater.forget(id);
  }

  /** A file that an agency sent; another's is as one that is not there. */
  public Optional<Submission> find(AgencyId agency, UUID id) {
    return find(id).filter(sent -> sent.agency().equals(agency));
  }

  public Optional<Submission> find(UUID id) {
    return rows.find(id);
  }

  public List<Submission> latest(AgencyId agency, int limit) {
    return rows.latest(agency, limit);
  }

  /** Answers in the order of the file, from behind a line. */
  public List<Answer> answersAfter(UUID id, int line, boolean refusedOnly, int limit) {
    return answers.after(id, line, refusedOnly, limit);
  }

  /** Refused lines, those about people on a plan first. */
  public List<Answer> refused(UUID id, int offset, int limit) {
    return answers.refused(id, offset, limit);
  }

  public int peopleOnAPlanRefused(UUID id) {
    return answers.peopleOnAPlanRefused(id);
  }

  /**
   * By line, what the cell holds that a reason names first, where such a cell names nobody: dates,
   * numbers and words out of a list.
   */
  public Map<Integer, String> wrongCells(Submission sent, List<Answer> refused) {
    if (refused.isEmpty()) {
      return Map.of();
    }
    try (Lines lines = lines(sent.id(), sent.kind())) {
      return lines.wrongCells(refused);
    }
  }

  /**
   * Whether a file of people that the same agency sent before is still being taken in: whom it
   * names may be unknown only as yet.
   */
  public boolean peopleAreStillComing(UUID id) {
    return rows.peopleAreStillComing(id);
  }

  /** The refused lines as they were sent, read again from the stored file. */
  public void refusedLines(
      Submission sent, Consumer<List<String>> header, BiConsumer<Answer, List<String>> each) {
    if (sent.refused() == 0) {
      return;
    }
    try (Lines lines = lines(sent.id(), sent.kind())) {
      header.accept(lines.header().columns().stream().map(Column::name).toList());
      List<Answer> page = answers.after(sent.id(), 0, true, PAGE);
      while (!page.isEmpty()) {
        for (Answer answer : page) {
          lines.find(answer.line()).ifPresent(cells -> each.accept(answer, cells));
        }
        page = answers.after(sent.id(), page.getLast().line(), true, PAGE);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
