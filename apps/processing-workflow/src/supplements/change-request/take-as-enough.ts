import { takeAsEnough } from '@motcua/processing-domain';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';

interface TakeAsEnough extends CaseCommand {
  readonly number: number;
  readonly reason: string;
}

/** Goes on with a part of what was asked. */
export const TAKE_AS_ENOUGH = officersCaseKind<TakeAsEnough>({
  decide: ({ state, officer, calendars, now }, { number, reason }) => ({
    decided: takeAsEnough(state, { number, officer, reason }, calendars, now),
    action: 'supplementTakenAsEnough',
    detail: { number, reason },
  }),
});
