import { OfficerChangedV1 } from '@motcua/contracts';
import type { Aggregate, RowChange } from '@motcua/platform';
import { line } from './history.js';
import { type OfficerRow, OFFICERS } from './officer-register.js';

export interface OfficerChange extends RowChange<OfficerRow> {
  readonly at: Temporal.Instant;
  readonly actor: string;
}

/** An officer of the register. */
export const OFFICER: Aggregate<OfficerChange> = {
  save: async (queries, changes) => {
    await OFFICERS.save(queries, changes);
    return undefined;
  },
  events: ({ after: { version: revision, signing: _, ...data }, at }) => [
    { contract: OfficerChangedV1, key: data.subject, data: { ...data, revision }, time: at },
  ],
  history: ({ before, after: { subject, version: revision, signing }, at, actor }) => [
    line('officer', subject, before ? 'changed' : 'registered', { at, actor, detail: { revision, signing } }),
  ],
};
