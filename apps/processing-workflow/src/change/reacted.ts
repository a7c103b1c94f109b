import { ok, Unchanged } from '@motcua/platform';

/** Whether an event, or the passing of time, changed anything. */
export interface Reacted {
  readonly changed: boolean;
}

export const REACTED = ok<Reacted>({ changed: true });
export const NOTHING_TO_DO = new Unchanged(ok<Reacted>({ changed: false }));
