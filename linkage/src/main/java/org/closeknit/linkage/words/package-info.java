/**
 * The words in a record: folded to one spelling, compared letter by letter, known by their short
 * forms.
 */
@NullMarked
package org.closeknit.linkage.words;

import org.jspecify.annotations.NullMarked;
