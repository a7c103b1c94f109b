import type { AgencyLevel, OnlineLevel } from '@motcua/contracts';
import type { Announcement, VersionDefinition, TariffLine } from '@motcua/catalogue-domain';

/** A file of `seed/procedures/`. */
export interface SeedProcedure {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly level: VersionDefinition['level'];
  readonly agencies?: readonly string[];
  readonly competentLevel?: AgencyLevel;
  readonly version: Omit<
    VersionDefinition,
    | 'name'
    | 'field'
    | 'level'
    | 'competentAgencies'
    | 'competentLevel'
    | 'onlineLevelReason'
    | 'conditions'
    | 'instructions'
    | 'asGiven'
  > & {
    readonly number: number;
    readonly conditions?: string;
    readonly instructions?: string;
    readonly onlineLevel: OnlineLevel;
    readonly onlineLevelReason?: string;
  };
  readonly announcement: Announcement;
  readonly tariff: { readonly lines: readonly TariffLine[] };
}

export function definitionOfSeed({
  name,
  field,
  level,
  agencies,
  competentLevel,
  version,
}: SeedProcedure): VersionDefinition {
  const { number: _number, ...rest } = version;
  return {
    ...rest,
    name,
    level,
    field: { code: field, name: field },
    competentAgencies: agencies ?? null,
    competentLevel: competentLevel ?? null,
    onlineLevelReason: version.onlineLevelReason ?? null,
    legacyOnlineLevel: rest.legacyOnlineLevel,
    conditions: rest.conditions ?? null,
    instructions: rest.instructions ?? null,
    asGiven: null,
  };
}
