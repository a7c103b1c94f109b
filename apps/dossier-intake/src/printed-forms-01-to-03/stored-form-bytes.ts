import { Injectable } from '@nestjs/common';
import { IssuedPapers } from '@motcua/catalogue-copy';
import { PlatformConfig } from '@motcua/platform';
import { IntakeConfig } from '../intake.config.js';
import { printForm } from './lay-out-forms-01-to-03.js';
import type { IssuedForm } from './read-form-facts.js';

/** The bytes of forms: of the first print, whenever one is printed again (R15). */
@Injectable()
export class PrintedForms {
  constructor(
    private readonly papers: IssuedPapers,
    private readonly config: IntakeConfig,
    private readonly platform: PlatformConfig,
  ) {}

  pdf({ paper, facts }: IssuedForm): Promise<Buffer> {
    const [place, { publicUrl }] = [this.config.provinceName, this.platform];
    return this.papers.pdf(paper, () => printForm(facts, { place, publicUrl }));
  }
}
