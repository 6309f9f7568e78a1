/** The watch over looking, fed by a workforce that is made up. */
package org.closeknit.oversight;
