import { Injectable } from '@nestjs/common';
import { type Fault, isUuid, Refusal } from '@motcua/kernel';
import { joinPdfs } from '@motcua/pdf-drawing';
import { type Actor, Database, mayReach } from '@motcua/platform';
import { belongingOf, findDossiers, type FoundDossier } from '../../persistence/found-dossier.js';
import type { IntakeCode } from '../../problems.js';
import type { FormFacts } from '../form-facts.js';
import { PrintedForms } from '../stored-form-bytes.js';
import { FormFactsOf, type IssuedForm } from '../read-form-facts.js';

interface Selection {
  readonly form: FormFacts['form'];
  readonly dossiers: readonly string[];
  readonly twoSided: boolean;
}

const UNKNOWN = {
  code: 'DOSSIER.UNKNOWN',
  detail: { vi: 'Không có hồ sơ này.', en: 'There is no such dossier for you.' },
};

const NOT_AVAILABLE = {
  code: 'DOSSIER.FORM_NOT_AVAILABLE',
  detail: {
    vi: 'Hồ sơ chưa có biểu mẫu này: đề nghị bỏ hồ sơ khỏi lần in.',
    en: 'The dossier does not have this form yet: leave it out of the selection.',
  },
};

/** The forms of several dossiers as one document: all that were asked for, or none and why. */
@Injectable()
export class PrintSelection {
  constructor(
    private readonly database: Database,
    private readonly facts: FormFactsOf,
    private readonly printed: PrintedForms,
  ) {}

  /** @throws Refusal DOSSIER.FORM_NOT_AVAILABLE with a fault for each dossier that keeps the others from being printed */
  async print({ form, dossiers, twoSided }: Selection, actor: Actor): Promise<Buffer> {
    const asked = await findDossiers(this.database, [...new Set(dossiers)].filter(isUuid));
    const reached = asked.filter((one) => mayReach(actor, 'dossier.read', belongingOf(one)));
    const found = new Map(reached.map((one) => [one.dossier.id, one]));
    const faults: Fault[] = [];
    const issued: IssuedForm[] = [];
    for (const [index, id] of dossiers.entries()) {
      const one = found.get(id);
      const read = one && (await this.formOf(one, form));
      if (read) issued.push(read);
      else faults.push({ pointer: `/dossiers/${index}`, ...(one ? NOT_AVAILABLE : UNKNOWN) });
    }
    if (faults.length > 0) throw new Refusal<IntakeCode>('DOSSIER.FORM_NOT_AVAILABLE', { form }, faults);
    const pdfs: Buffer[] = [];
    // One after another: drawing takes the processor, which others wait for too.
    for (const each of issued) pdfs.push(await this.printed.pdf(each));
    return joinPdfs(pdfs, { title: `Mẫu số ${form}: ${issued.length} hồ sơ`, twoSided });
  }

  private async formOf({ dossier }: FoundDossier, form: Selection['form']): Promise<IssuedForm | undefined> {
    try {
      return await this.facts.read(form, dossier, undefined);
    } catch (error) {
      if (error instanceof Refusal && error.code === NOT_AVAILABLE.code) return undefined;
      throw error;
    }
  }
}
