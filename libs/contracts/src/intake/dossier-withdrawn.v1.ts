import { AnyInstant, AnyText, Uuid } from '@motcua/fields';
/** The applicant withdrew a dossier before its acceptance. Key: dossierId. Producer: dossier-intake. */
export class DossierWithdrawnV1 {
  static readonly type = 'vn.motcua.dossier.withdrawn.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @AnyInstant() readonly withdrawnAt!: string;
  @AnyText() readonly reason!: string;
}
