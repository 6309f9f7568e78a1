package org.closeknit.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.closeknit.audit.Asker;
import org.closeknit.match.People;
import org.closeknit.notice.Notice;
import org.closeknit.notice.Notices;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * An agency's notices for its own machine: what was raised or changed after a cursor, oldest change
 * first.
 */
@RestController
class NoticeFeed {
  private static final int A_PAGE = 1_000;
  private static final Pattern CURSOR =
      Pattern.compile("([0-9]{1,18}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?");

  private final Notices notices;
  private final People people;

  NoticeFeed(Notices notices, People people) {
    this.notices = notices;
    this.people = people;
  }

  /** One notice as machines read it; {@code localId} is the reader's own, or absent. */
  record Line(
      String id, String kind, String raisedAt, @Nullable String localId, int count, String state) {}

  /** A page of the feed. */
  record Page(List<Line> notices, String cursor) {}

  @GetMapping("/api/notices")
  ResponseEntity<?> feed(Asker.System machine, @RequestParam(defaultValue = "") String after) {
    if (!CURSOR.matcher(after).matches()) {
      return ResponseEntity.badRequest()
          .body(
              ProblemDetail.forStatusAndDetail(
                  HttpStatus.BAD_REQUEST, "after is a cursor that an earlier page gave"));
    }
    Notices.Feed feed = notices.feed(machine.agency().id(), after, A_PAGE);
    Map<RecordId, String> own =
        people.localIds(
            machine.agency().id(),
            feed.notices().stream().flatMap(one -> one.record().stream()).distinct().toList());
    List<Line> lines =
        feed.notices().stream()
            .map(notice -> line(notice, notice.record().map(own::get).orElse(null)))
            .toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Page(lines, feed.cursor()));
  }

  @PostMapping("/api/notices/{id}/acknowledged")
  @Transactional
  public ResponseEntity<?> acknowledged(Asker.System machine, @PathVariable String id) {
    Optional<UUID> which = ChildId.read(id).map(ChildId::value);
    Optional<Notice> notice =
        which.flatMap(notices::find).filter(one -> one.agency().equals(machine.agency().id()));
    if (notice.isEmpty()) {
      return ResponseEntity.status(HttpStatus.NOT_FOUND)
          .body(
              ProblemDetail.forStatusAndDetail(
                  HttpStatus.NOT_FOUND, "There is nothing here that we can show you."));
    }
    notices.acknowledge(machine, notice.get());
    return ResponseEntity.noContent().build();
  }

  private static Line line(Notice notice, @Nullable String localId) {
    return new Line(
        notice.id().toString(),
        notice.kind(),
        notice.raisedAt().toString(),
        localId,
        notice.count(),
        notice.state());
  }
}
