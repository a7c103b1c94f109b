import { PageQuery, Uuid } from '@motcua/platform';

export class ApplicantStoreQuery extends PageQuery {
  @Uuid({
    optional: true,
    description: "A dossier that the caller may see: its applicant's store. The caller's own when left out",
  })
  readonly dossier?: string;
}
