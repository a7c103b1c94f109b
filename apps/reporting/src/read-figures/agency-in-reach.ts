import { Injectable } from '@nestjs/common';
import { Agencies, type Agency } from '@motcua/catalogue-copy';
import { Refusal } from '@motcua/kernel';
import { type Actor, assertReach, type PlatformCode, type Scope } from '@motcua/platform';

/** Whose figures are asked for: the agency that is named, else the caller's own. */
@Injectable()
export class AgencyInReach {
  constructor(private readonly agencies: Agencies) {}

  /** @throws Refusal RESOURCE.NOT_FOUND where there is no such agency, or it is beyond the caller's reach */
  async find(actor: Actor, asked: string | undefined, scope: Scope = 'report.read'): Promise<Agency> {
    const code = asked ?? actor.agency;
    if (code === undefined) {
      throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [
        {
          pointer: '/agency',
          code: 'IS_DEFINED',
          detail: { vi: 'Phải nêu cơ quan, đơn vị (agency).', en: 'Query parameter `agency` is required.' },
        },
      ]);
    }
    const agency = await this.agencies.find(code);
    if (!agency) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    assertReach(actor, scope, { agencies: agency.ancestors });
    return agency;
  }

  async nameOf(code: string | null): Promise<string | null> {
    return code === null ? null : ((await this.agencies.find(code))?.name ?? null);
  }
}
