import { type Power, POWERS } from '@motcua/dossier-domain';
import { Text, TextList } from '@motcua/platform';
import { CoApplicantDocument } from './co-applicant.document.js';

/** Người được ủy quyền: who hands in for the applicant, as it is given and shown. */
export class AuthorisedPersonDocument extends CoApplicantDocument {
  @Text({
    max: 300,
    example: 'Giấy ủy quyền số 12/2026 ngày 20/11/2026',
    description: 'Number and date of the authorisation; its paper is attached as GIAY-UY-QUYEN',
  })
  readonly authorisation!: string;

  @TextList({
    max: POWERS.length,
    values: POWERS,
    description:
      'Beside handing in and following online: to give supplements, to withdraw, to collect the result, to pay what is owed',
  })
  readonly powers!: readonly Power[];
}
