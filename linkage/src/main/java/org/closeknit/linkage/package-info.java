/**
 * Is this the same person? Compares, blocks, weighs and decides; knows no framework and no
 * database.
 */
@NullMarked
package org.closeknit.linkage;

import org.jspecify.annotations.NullMarked;
