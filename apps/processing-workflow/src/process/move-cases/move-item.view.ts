import { OneOf, Text, Uuid } from '@motcua/platform';
import { IMMOVABLE } from '@motcua/processing-domain';
import { ITEM_STATES, type ItemRow } from '../../persistence/process-moves.js';

/** What a move does to one case. */
export class MoveItemView {
  @Uuid() readonly dossierId!: string;
  @Text() readonly code!: string;
  @OneOf(ITEM_STATES) readonly state!: string;
  @Text({ nullable: true, description: 'Step at which the case was' }) readonly from!: string | null;
  @Text({ nullable: true, description: 'Step at which it would be' }) readonly to!: string | null;
  @OneOf(IMMOVABLE, { nullable: true }) readonly whyNot!: string | null;
}

export const moveItemView = ({ dossier_id, code, state, from_step, to_step, why_not }: ItemRow): MoveItemView => ({
  dossierId: dossier_id,
  code,
  state,
  from: from_step,
  to: to_step,
  whyNot: why_not,
});
