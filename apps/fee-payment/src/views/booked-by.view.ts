import { RESOLUTION_ACTS, type ResolutionAct } from '@motcua/fee-domain';
import { OneOf, Uuid } from '@motcua/platform';

export class BookedByView {
  @OneOf(RESOLUTION_ACTS) readonly act!: ResolutionAct;
  @Uuid({ nullable: true, description: 'Of the order, the reversal or the refund' }) readonly id!: string | null;
}
