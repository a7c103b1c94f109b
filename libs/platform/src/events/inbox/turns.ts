/** Where the reaction to an event is: in its turn, waiting for what it asked for, or ended. */
export class Turns {
  waitsFor = 0;
  private ended = false;
  private turn = Promise.withResolvers<undefined>();

  /** Lets it go on until it ends or asks for something. */
  async goOn(how: () => void): Promise<void> {
    this.turn = Promise.withResolvers();
    how();
    if (this.ended || this.waitsFor > 0) this.over();
    await this.turn.promise;
  }

  over(): void {
    this.turn.resolve(undefined);
  }

  end(): void {
    this.ended = true;
    this.over();
  }
}
