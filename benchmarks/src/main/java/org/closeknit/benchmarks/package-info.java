/** Measurements over the wire, each printed beside the peer it is held against. */
@NullMarked
package org.closeknit.benchmarks;

import org.jspecify.annotations.NullMarked;
