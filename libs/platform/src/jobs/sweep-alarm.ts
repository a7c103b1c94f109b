/** Lets the sweeps look now, once what they are to find is committed: injectable, and without effect before the start. */
export class SweepAlarm {
  private listener: () => void = () => undefined;

  ring(): void {
    this.listener();
  }

  onRing(listener: () => void): void {
    this.listener = listener;
  }
}
