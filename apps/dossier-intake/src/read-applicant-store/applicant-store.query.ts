import { PageQuery, Uuid } from '@motcua/platform';

export class ApplicantStoreQuery extends PageQuery {
  @Uuid({
    optional: true,
    description:
      "A dossier of the caller's own number, or a submitted one that the caller processes as an officer (kept in its history): its applicant's store. The caller's own when left out",
  })
  readonly dossier?: string;
}
