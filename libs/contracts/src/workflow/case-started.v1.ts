import { AnyInstant, AnyText, Nested, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';

/** The first task was claimed: the dossier is being processed. Key: dossierId. Producer: processing-workflow. */
export class CaseStartedV1 {
  static readonly type = 'vn.motcua.case.started.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @AnyInstant() readonly startedAt!: string;
  @Nested(() => OfficerReference) readonly officer!: OfficerReference;
  @AnyText() readonly agency!: string;
}
