package org.closeknit.linkage;

/**
 * What people have said of rows that are about to be grouped. A group is named by one of its rows.
 */
interface Bonds {
  /** Nobody has said anything. */
  Bonds NONE =
      new Bonds() {
        @Override
        public boolean mayMeet(int a, int b) {
          return true;
        }

        @Override
        public void met(int a, int b) {}
      };

  /** Whether nobody has said that a row of the one is of another person than a row of the other. */
  boolean mayMeet(int a, int b);

  /** The two groups have become one. */
  void met(int a, int b);
}
