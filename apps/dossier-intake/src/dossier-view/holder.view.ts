import { Text } from '@motcua/platform';

/** Who holds the dossier now (R19). */
export class HolderView {
  @Text() readonly agency!: string;
  @Text({ nullable: true }) readonly agencyName!: string | null;
  @Text({ nullable: true }) readonly officerName!: string | null;
  @Text({ nullable: true, description: 'Step of the case' }) readonly step!: string | null;
}
