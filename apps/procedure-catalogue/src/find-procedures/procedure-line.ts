import {
  AGENCY_LEVELS,
  type AgencyLevel,
  type Channel,
  CHANNELS,
  ONLINE_LEVELS,
  type OnlineLevel,
  PROCEDURE_LEVELS,
  type ProcedureLevel,
} from '@motcua/contracts';
import { Day, Nested, OneOf, Text, TextList, Whole } from '@motcua/platform';
import { NamedCodeShape } from '../shapes/named-code.shape.js';
import { PROCEDURE_STATES, type ProcedureState } from '../views/procedure.view.js';

/** One procedure of a list or a search. */
export class ProcedureLine {
  @Text({ example: '1.001686' })
  readonly code!: string;

  @Text()
  readonly name!: string;

  @Nested(() => NamedCodeShape, { description: 'The code is null where an import named an unknown field' })
  readonly field!: { readonly code: string | null; readonly name: string };

  @OneOf(PROCEDURE_LEVELS)
  readonly level!: ProcedureLevel;

  @OneOf(ONLINE_LEVELS)
  readonly onlineLevel!: OnlineLevel;

  @TextList({ values: CHANNELS })
  readonly channels!: readonly Channel[];

  @TextList()
  readonly competentAgencies!: readonly string[];

  @OneOf(AGENCY_LEVELS, { nullable: true })
  readonly competentLevel!: AgencyLevel | null;

  @TextList({ description: 'Names to show; as given where an import could not resolve them' })
  readonly agencyNames!: readonly string[];

  @Whole({ min: 1, description: 'The version that is shown' })
  readonly version!: number;

  @OneOf(PROCEDURE_STATES)
  readonly state!: ProcedureState;

  @Day({ nullable: true })
  readonly effectiveFrom!: string | null;

  @Whole()
  readonly openQuestions!: number;
}

export type ProcedureRow = Omit<ProcedureLine, 'field'> & {
  readonly fieldCode: string | null;
  readonly fieldName: string;
};

export const procedureLine = ({
  code,
  name,
  fieldCode,
  fieldName,
  level,
  onlineLevel,
  channels,
  competentAgencies,
  competentLevel,
  agencyNames,
  version,
  state,
  effectiveFrom,
  openQuestions,
}: ProcedureRow): ProcedureLine => ({
  code,
  name,
  field: { code: fieldCode, name: fieldName },
  level,
  onlineLevel,
  channels,
  competentAgencies,
  competentLevel,
  agencyNames,
  version,
  state,
  effectiveFrom,
  openQuestions,
});
