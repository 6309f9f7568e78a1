package org.closeknit.pages;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Says what stands around a page for this request; filled in by the room that knows who is signed
 * in.
 */
@FunctionalInterface
public interface Surroundings {
  Frame frame(HttpServletRequest request);
}
