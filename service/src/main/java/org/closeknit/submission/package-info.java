/**
 * What an agency sent: received, checked line by line, stored whole, receipted. Taking it in is for
 * {@code intake}.
 */
@ApplicationModule(allowedDependencies = {"person", "agency", "audit"})
@NullMarked
package org.closeknit.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
