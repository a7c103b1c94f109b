import { JsonObject, Text } from '@motcua/platform';

const AGENCY = 'Identifier in its current (H48.12) or legacy (000.00.12.H48) form';

/** What each of the linked dossiers has of its own. */
export class LinkedStepRequest {
  @Text({ max: 60, example: '1.001193' })
  readonly procedureCode!: string;

  @Text({ optional: true, max: 60, description: 'Trường hợp; may be left out where the procedure has only one' })
  readonly variant?: string;

  @Text({ max: 40, example: 'H48.33', description: AGENCY })
  readonly competentAgency!: string;

  @JsonObject({ description: "As the procedure's formSchema says; checked whole at submission" })
  readonly formData!: Record<string, unknown>;
}
