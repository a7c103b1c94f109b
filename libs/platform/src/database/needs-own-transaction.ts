/** In the company of others this cannot be done: somebody holds the row, or there is none. Nothing of it was done. */
export class NeedsOwnTransaction extends Error {
  override readonly name = 'NeedsOwnTransaction';

  constructor() {
    super('this has to be done in a transaction of its own');
  }
}
