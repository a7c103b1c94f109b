import { Text, Uuid, Whole } from '@motcua/platform';

/** What the portal is answered: the same for an unchanged repeat. */
export class ReceivedDossierView {
  @Uuid({ description: 'Our id of the dossier; intake keeps it under the same' }) readonly id!: string;
  @Text() readonly portalCode!: string;
  @Whole({ min: 1, description: 'Counts the changes at the portal' }) readonly revision!: number;
}
