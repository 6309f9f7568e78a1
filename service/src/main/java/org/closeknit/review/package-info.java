/** Where people say which records are one child: the queue, the pair, the family around it. */
@ApplicationModule(
    allowedDependencies = {"pages", "person", "agency", "audit", "access", "notice", "match"})
@NullMarked
package org.closeknit.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
