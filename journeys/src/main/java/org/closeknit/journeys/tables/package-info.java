/** Tables as comma-separated values: read from the jar or from a file, written line by line. */
@NullMarked
package org.closeknit.journeys.tables;

import org.jspecify.annotations.NullMarked;
