/**
 * Thrown by a handler whose event refers to something that has not come yet (a procedure version, a calendar): the
 * aggregate waits, without spending attempts, and is tried again from time to time and after every snapshot.
 */
export class NotYetKnown extends Error {
  override readonly name = 'NotYetKnown';

  /** @param reference what is missing, readable by an operator: `procedure 1.001686 version 3` */
  constructor(readonly reference: string) {
    super(`not yet known: ${reference}`);
  }
}
