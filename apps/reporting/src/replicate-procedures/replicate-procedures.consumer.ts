import { Controller } from '@nestjs/common';
import { ProcedureRepealedV1, ProcedureVersionAnnouncedV1, TariffChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';

const SAVE_VERSION = `
  INSERT INTO procedure_copy AS p (code, version, name, field_code, field_name, online_level, competent_agencies,
    competent_level, effective_from)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT (code) DO UPDATE SET version = $2, name = $3, field_code = $4, field_name = $5, online_level = $6,
    competent_agencies = $7, competent_level = $8, repealed_from = NULL
  WHERE p.version < $2`;
const SAVE_REQUIRED = `
  INSERT INTO required_papers (procedure_code, version, variant, components)
  SELECT $1, $2, v.variant, v.components FROM jsonb_to_recordset($3::jsonb) AS v (variant text, components text[])
  ON CONFLICT (procedure_code, version, variant) DO NOTHING`;
const SAVE_REPEAL = 'UPDATE procedure_copy SET repealed_from = $2 WHERE code = $1';
const SAVE_TARIFF = `
  INSERT INTO tariff_copy AS t (procedure_code, has_fee, revision) VALUES ($1, $2, $3)
  ON CONFLICT (procedure_code) DO UPDATE SET has_fee = $2, revision = $3 WHERE t.revision < $3`;

/** Names, fields, online levels and required papers of procedures, and whether they cost something. */
@Controller()
export class ReplicateProcedures {
  @On(ProcedureVersionAnnouncedV1)
  async announced({ data }: EventEnvelope<ProcedureVersionAnnouncedV1>, { tx }: EventContext): Promise<void> {
    await tx.query(SAVE_VERSION, [
      data.code,
      data.version,
      data.name,
      data.field.code,
      data.field.name,
      data.onlineLevel,
      data.competentAgencies,
      data.competentLevel,
      data.effectiveFrom,
    ]);
    const required = data.variants.map(({ code, components }) => ({
      variant: code,
      components: components.filter((component) => component.required).map((component) => component.code),
    }));
    await tx.query(SAVE_REQUIRED, [data.code, data.version, JSON.stringify(required)]);
  }

  @On(ProcedureRepealedV1)
  async repealed({ data }: EventEnvelope<ProcedureRepealedV1>, { tx }: EventContext): Promise<void> {
    await tx.query(SAVE_REPEAL, [data.code, data.from]);
  }

  // An amount that the council has not set yet is a fee all the same.
  @On(TariffChangedV1)
  async priced({ data }: EventEnvelope<TariffChangedV1>, { tx }: EventContext): Promise<void> {
    await tx.query(SAVE_TARIFF, [data.procedureCode, data.lines.some(({ amount }) => amount !== 0), data.revision]);
  }
}
