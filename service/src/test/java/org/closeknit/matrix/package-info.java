/**
 * Who may see what, held against a written-down oracle over the wire, in every cell of the matrix.
 */
@NullMarked
package org.closeknit.matrix;

import org.jspecify.annotations.NullMarked;
