/** The reaction to one event, which runs until it asks for something or ends, and is resumed when it has its answer. */
export class Coroutine {
  waitsFor = 0;
  private ended = false;
  private suspended = Promise.withResolvers<undefined>();

  /** Lets it go on until it ends or asks for something. */
  async resume(how: () => void): Promise<void> {
    this.suspended = Promise.withResolvers();
    how();
    if (this.ended || this.waitsFor > 0) this.suspend();
    await this.suspended.promise;
  }

  suspend(): void {
    this.suspended.resolve(undefined);
  }

  end(): void {
    this.ended = true;
    this.suspend();
  }
}
