import { Controller } from '@nestjs/common';
import { AgencyChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';

const REPLICATE = `
  INSERT INTO agency_copy (code, legacy_code, name, level, parent, ancestors, calendar, address, phone, active, revision)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (code) DO UPDATE SET legacy_code = $2, name = $3, level = $4, parent = $5, ancestors = $6, calendar = $7,
    address = $8, phone = $9, active = $10, revision = $11
  WHERE agency_copy.revision < $11`;

@Controller()
export class ReplicateAgencies {
  @On(AgencyChangedV1)
  async replicate({ data }: EventEnvelope<AgencyChangedV1>, { tx }: EventContext): Promise<void> {
    const { code, legacyCode, name, level, parent, ancestors, calendar, address, phone, active, revision } = data;
    await tx.query(REPLICATE, [
      code,
      legacyCode,
      name,
      level,
      parent,
      ancestors,
      calendar,
      address,
      phone,
      active,
      revision,
    ]);
  }
}
