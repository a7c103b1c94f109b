import { Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { PlatformConfig, type Tx } from '@motcua/platform';
import type { KnownDossier } from '../dossiers/dossiers.js';
import type { MessageData } from '../message-kinds/variables.js';

/** The facts that every message about a dossier may name (R19). */
@Injectable()
export class DescribeDossier {
  constructor(
    private readonly agencies: Agencies,
    private readonly platform: PlatformConfig,
  ) {}

  async describe(tx: Tx, dossier: KnownDossier): Promise<MessageData> {
    const { code, procedureName, agency, receivingAgency } = dossier;
    const codes = receivingAgency === null || receivingAgency === agency ? [agency] : [agency, receivingAgency];
    const known = new Map((await this.agencies.findMany(codes, tx)).map((found) => [found.code, found]));
    const holder = known.get(agency);
    const returning = receivingAgency === null ? undefined : known.get(receivingAgency);
    return {
      code,
      procedureName,
      // An agency's own event may not have come yet: its identifier is still true.
      agencyName: dossier.agencyName ?? holder?.name ?? agency,
      agencyAddress: holder?.address ?? null,
      agencyPhone: holder?.phone ?? null,
      officerName: dossier.officerName,
      trackingUrl: `${this.platform.publicUrl}/intake/v1/tracking/${encodeURIComponent(code)}`,
      returnAgencyName: returning?.name ?? receivingAgency,
      returnAgencyAddress: returning?.address ?? null,
    };
  }
}
