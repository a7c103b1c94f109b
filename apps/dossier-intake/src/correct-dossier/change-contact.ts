import { Injectable } from '@nestjs/common';
import type { Action } from '@motcua/dossier-domain';
import { type Answer, ok } from '@motcua/platform';
import type { DossierChange } from '../change/dossier-change.js';
import type { DossierDocument } from '../dossier-view/to-view.js';
import { CorrectDossier } from './correct-dossier.js';

/** What an applicant may put right alone: how to reach them, and how the result comes. */
@Injectable()
export class ChangeContact extends CorrectDossier {
  override readonly action: Action = 'changeContact';

  answer(shown: () => DossierDocument, { after }: DossierChange): Answer<DossierDocument> {
    return ok(shown(), { version: after.version });
  }
}
