import { Controller } from '@nestjs/common';
import { ProcedureVersionAnnouncedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { fieldTitles } from '../dossiers/field-titles.js';
import { ProcedureWords } from '../dossiers/procedure-words.js';

@Controller()
export class ReplicateProcedureWords {
  constructor(private readonly words: ProcedureWords) {}

  @On(ProcedureVersionAnnouncedV1)
  async replicate({ data }: EventEnvelope<ProcedureVersionAnnouncedV1>, { tx }: EventContext): Promise<void> {
    const components = data.variants.flatMap((variant) =>
      variant.components.map(({ code, name }) => [code, name] as const),
    );
    await this.words.save(tx, data.code, {
      components: Object.fromEntries(components),
      fields: fieldTitles(data.formSchema),
    });
  }
}
