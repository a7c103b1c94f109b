import { Nested, Uuid } from '@motcua/fields';
import { FeeDemand } from '../shared/fee-demand.js';

/**
 * A fee arose in the course of the processing (2 or 4→6); the case waits until it is paid. Key: dossierId.
 * Producer: processing-workflow.
 */
export class CaseFeeDemandedV1 {
  static readonly type = 'vn.motcua.case.fee-demanded.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @Nested(() => FeeDemand) readonly demand!: FeeDemand;
}
