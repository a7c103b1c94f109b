/** A handler took longer than it may: as a rule it waits for something that never comes. */
export class HandlerTimedOut extends Error {
  override readonly name = 'HandlerTimedOut';

  constructor(type: string, limitMs: number) {
    super(`the handler of ${type} did not end within ${limitMs} ms`);
  }
}
