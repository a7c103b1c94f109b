import { Text } from '@motcua/platform';

export class OwnTrackingRequest {
  @Text({ max: 40, description: 'Identity number of the applicant, as the dossier has it' }) readonly number!: string;
}
