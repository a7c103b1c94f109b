import { Injectable } from '@nestjs/common';
import type { Action } from '@motcua/dossier-domain';
import { CorrectDossier } from './correct-dossier.js';

/** The office that received a dossier by mistake hands it to the right one, before the acceptance. @rule R23 */
@Injectable()
export class ForwardDossier extends CorrectDossier {
  override readonly action: Action = 'forward';
}
