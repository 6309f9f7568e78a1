/**
 * Closeknit, in reading order: person, agency, audit, caseteam, access, notice, submission, match,
 * and so on.
 */
@NullMarked
package org.closeknit;

import org.jspecify.annotations.NullMarked;
