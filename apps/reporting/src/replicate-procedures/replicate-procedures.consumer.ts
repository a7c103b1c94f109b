import { Controller } from '@nestjs/common';
import { ProcedureRepealedV1, ProcedureVersionAnnouncedV1, TariffChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { keepProcedures, keepRepeal, keepRequiredPapers, keepTariffs } from './procedure-copies.js';

/** Names, fields, online levels and required papers of procedures, and whether they cost something. */
@Controller()
export class ReplicateProcedures {
  @On(ProcedureVersionAnnouncedV1)
  async announced({ data }: EventEnvelope<ProcedureVersionAnnouncedV1>, { tx }: EventContext): Promise<void> {
    const { code, version, name, field, onlineLevel, competentAgencies, competentLevel, effectiveFrom, variants } =
      data;
    const required = variants.map(({ code: variant, components }) => ({
      procedureCode: code,
      version,
      variant,
      components: components.filter((component) => component.required).map((component) => component.code),
    }));
    await Promise.all([
      keepProcedures(tx, [
        {
          ...{ code, version, name, fieldCode: field.code, fieldName: field.name, onlineLevel },
          ...{ competentAgencies, competentLevel, effectiveFrom, repealedFrom: null },
        },
      ]),
      keepRequiredPapers(tx, required),
    ]);
  }

  @On(ProcedureRepealedV1)
  async repealed({ data }: EventEnvelope<ProcedureRepealedV1>, { tx }: EventContext): Promise<void> {
    await keepRepeal(tx, data);
  }

  // An amount that the council has not set yet is a fee all the same.
  @On(TariffChangedV1)
  async priced({ data }: EventEnvelope<TariffChangedV1>, { tx }: EventContext): Promise<void> {
    const { procedureCode, revision, lines } = data;
    await keepTariffs(tx, [{ procedureCode, revision, hasFee: lines.some(({ amount }) => amount !== 0) }]);
  }
}
