import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { ProcedureVersionAnnouncedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { fieldTitles } from './field-titles.js';
import { ProcedureWords } from './procedure-words.js';

@Controller()
export class KeepProcedureWords {
  constructor(@Inject(ProcedureWords) private readonly words: ProcedureWords) {}

  @On(ProcedureVersionAnnouncedV1)
  async keep(
    @Payload() { data }: EventEnvelope<ProcedureVersionAnnouncedV1>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const components = data.variants.flatMap((variant) =>
      variant.components.map(({ code, name }) => [code, name] as const),
    );
    await this.words.keep(tx, data.code, {
      components: Object.fromEntries(components),
      fields: fieldTitles(data.formSchema),
    });
  }
}
