import { withOffset } from '@motcua/kernel';
import { InstantText, JsonObject, Nested, Text, Uuid } from '@motcua/platform';
import { MoveCountsView } from './move-counts.view.js';
import type { ItemState, MoveRow } from '../../persistence/process-moves.js';

/** Running cases of a procedure on their way to another definition. */
export class ProcessMoveView {
  @Uuid() readonly id!: string;
  @Text() readonly procedure!: string;
  @JsonObject({ description: 'procedure, version and revision that the cases follow from then on' })
  readonly definition!: object;
  @JsonObject({ description: 'The step that stands for each step that was named' }) readonly steps!: object;
  @Text() readonly reason!: string;
  @Text({ description: 'Subject' }) readonly createdBy!: string;
  @InstantText() readonly createdAt!: string;
  @Nested(() => MoveCountsView) readonly counts!: MoveCountsView;
}

export const processMoveView = (
  { id, procedure_code, definition, steps, reason, created_by, created_at }: MoveRow,
  counts: Readonly<Record<ItemState, number>>,
): ProcessMoveView => ({
  id,
  procedure: procedure_code,
  definition: {
    procedure: definition.procedure,
    version: definition.version,
    revision: definition.revision ?? null,
    name: definition.name,
  },
  steps,
  reason,
  createdBy: created_by,
  createdAt: withOffset(created_at),
  counts,
});
