import { Injectable } from '@nestjs/common';
import { type Answer, ok, type Scope } from '@motcua/platform';
import type { DossierChange } from '../change/dossier-change.js';
import type { DossierDocument } from '../dossier-view/to-view.js';
import { assertNoParty } from '../on-behalf/part-of.js';
import { CorrectDossier } from './correct-dossier.js';

/** What an applicant may put right alone: how to reach them, and how the result comes. */
@Injectable()
export class ChangeContact extends CorrectDossier {
  override readonly scope: Scope = 'dossier.submit';

  override decide(...asked: Parameters<CorrectDossier['decide']>): DossierChange {
    const [{ dossier }, { actor }] = asked;
    assertNoParty(actor, dossier);
    return super.decide(...asked);
  }

  answer(shown: () => DossierDocument, { after }: DossierChange): Answer<DossierDocument> {
    return ok(shown(), { version: after.version });
  }
}
