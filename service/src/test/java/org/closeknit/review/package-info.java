@NullMarked
package org.closeknit.review;

import org.jspecify.annotations.NullMarked;
