import type { InboxOptions } from './inbox-options.js';

/** How much one transaction may do. At least one event, so that the work ends; unless the signal aborts. */
export class TransactionBudget {
  private readonly endsAt: number;
  private spent = 0;

  constructor(
    private readonly options: Pick<InboxOptions, 'groupEvents' | 'groupMs'>,
    private readonly signal: AbortSignal,
  ) {
    this.endsAt = performance.now() + options.groupMs;
  }

  get isNew(): boolean {
    return this.spent === 0;
  }

  spend(): void {
    this.spent += 1;
  }

  isOver(): boolean {
    if (this.signal.aborted) return true;
    return this.spent > 0 && (this.spent >= this.options.groupEvents || performance.now() >= this.endsAt);
  }
}
