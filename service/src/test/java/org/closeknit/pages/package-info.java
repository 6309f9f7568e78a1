@NullMarked
package org.closeknit.pages;

import org.jspecify.annotations.NullMarked;
