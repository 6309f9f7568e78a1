/** A part of the house on a real database, for the tests of single rooms. */
@NullMarked
package org.closeknit.house;

import org.jspecify.annotations.NullMarked;
