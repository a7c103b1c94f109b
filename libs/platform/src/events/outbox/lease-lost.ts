/** Another relay of the service publishes its outbox now. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}
