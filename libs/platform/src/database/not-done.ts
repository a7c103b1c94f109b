/** Nothing was done for an item of a set, and why: who asked for it is told. */
export class NotDone {
  constructor(readonly error: unknown) {}
}
