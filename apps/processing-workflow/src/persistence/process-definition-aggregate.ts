import type { Aggregate, RowChange } from '@motcua/platform';
import { line } from './history.js';
import { type DefinitionRow, DEFINITIONS } from './process-definitions.js';

export interface DefinitionChange extends RowChange<DefinitionRow> {
  readonly at: Temporal.Instant;
  readonly actor: string;
}

/** The steps of a procedure's version. */
export const PROCESS_DEFINITION: Aggregate<DefinitionChange> = {
  save: async (queries, changes) => {
    await DEFINITIONS.save(queries, changes);
    return undefined;
  },
  events: () => [],
  history: ({ before, after, at, actor }) => [
    line('processDefinition', `${after.procedure_code}@${after.procedure_version}`, before ? 'replaced' : 'defined', {
      at,
      actor,
      detail: { version: after.version, steps: after.definition.steps.map(({ code }) => code) },
    }),
  ],
};
