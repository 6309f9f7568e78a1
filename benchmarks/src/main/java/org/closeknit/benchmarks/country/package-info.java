/** A country of children who never were, large enough to measure how records are linked. */
@NullMarked
package org.closeknit.benchmarks.country;

import org.jspecify.annotations.NullMarked;
