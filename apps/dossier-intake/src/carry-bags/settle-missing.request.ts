import { MISSING_OUTCOMES, type MissingOutcome } from '@motcua/dossier-domain';
import { OneOf, Text } from '@motcua/platform';

export class SettleMissingRequest {
  @Text({ max: 60, example: 'H48.12-261201-0001' })
  readonly code!: string;

  @OneOf(MISSING_OUTCOMES, {
    description:
      'arrived: it came later, for the office that was to receive it. stayed: it never left, for the office that sent it. lost: for the office that answers for it; the applicant gets a message',
  })
  readonly outcome!: MissingOutcome;

  @Text({ max: 1000, description: 'As the applicant reads it where the papers are lost (R21)' })
  readonly reason!: string;
}
