/** Carries what a dry run found out of the transaction that it rolls back. */
export class WouldBeDone extends Error {
  constructor(readonly result: unknown) {
    super('a dry run changes nothing');
  }
}
