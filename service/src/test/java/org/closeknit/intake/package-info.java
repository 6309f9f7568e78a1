/** What comes of the files that agencies send. */
@NullMarked
package org.closeknit.intake;

import org.jspecify.annotations.NullMarked;
