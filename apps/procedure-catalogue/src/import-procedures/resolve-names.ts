import { Inject, Injectable } from '@nestjs/common';
import { folded, isAgencyIdentifier } from '@motcua/kernel';
import type { AgencyLevel } from '@motcua/contracts';
import type { Tx } from '@motcua/platform';
import { AgencyStore } from '../persistence/agency-store.js';
import { type FieldRecord, FieldStore } from '../persistence/field-store.js';
import type { VersionDefinition, ImportedDraft, GivenName } from '@motcua/catalogue-domain';

/** Names that mean any agency of a level, each for its own territory. */
const ANY_OF_LEVEL: readonly (readonly [RegExp, AgencyLevel])[] = [
  [/^(uy ban nhan dan|ubnd) (cap )?xa( phuong)?( (dac khu|thi tran))?$/, 'commune'],
  [/^(uy ban nhan dan|ubnd) cap tinh$/, 'province'],
];

type Competence = Pick<VersionDefinition, 'competentAgencies' | 'competentLevel'>;

/** Finds the field and the agencies that an item names among those of the catalogue. What is not found is asked for. */
@Injectable()
export class ResolveNames {
  constructor(
    @Inject(AgencyStore) private readonly agencies: AgencyStore,
    @Inject(FieldStore) private readonly fields: FieldStore,
  ) {}

  async execute(tx: Tx, draft: ImportedDraft): Promise<VersionDefinition> {
    const field = await this.field(tx, draft);
    const competence = await this.competence(tx, draft);
    return { ...draft.definition, field, ...competence };
  }

  private async field(
    tx: Tx,
    { definition, fields: [given], remarks }: ImportedDraft,
  ): Promise<VersionDefinition['field']> {
    const found = given && (await this.findField(tx, given));
    if (found) return { code: found.code, name: found.name };
    if (given?.code != null) {
      remarks.note('FIELD_NEW', '/field', {
        vi: `Lĩnh vực ${given.code} được thêm vào danh mục.`,
        en: `The field ${given.code} is added to the catalogue.`,
      });
      return { code: given.code, name: given.name };
    }
    remarks.ask('FIELD_UNKNOWN', '/field', {
      vi: `Danh mục không có lĩnh vực “${definition.field.name || '–'}”.`,
      en: `The catalogue has no field “${definition.field.name || '–'}”.`,
    });
    return definition.field;
  }

  private async findField(tx: Tx, { code, name }: GivenName): Promise<FieldRecord | undefined> {
    return code === null ? this.fields.findByName(name, tx) : this.fields.find(code, tx);
  }

  private async competence(tx: Tx, { agencies, remarks }: ImportedDraft): Promise<Competence> {
    const resolved: string[] = [];
    const unresolved: string[] = [];
    let level: AgencyLevel | undefined;
    for (const { code, name } of agencies) {
      const any = ANY_OF_LEVEL.find(([pattern]) => pattern.test(folded(name)))?.[1];
      const byCode = code !== null && isAgencyIdentifier(code) ? await this.agencies.find(code, tx) : undefined;
      const agency = byCode ?? (await this.agencies.findByName(name, tx));
      if (agency?.active) resolved.push(agency.code);
      else if (any !== undefined && (level === undefined || level === any)) level = any;
      else unresolved.push(code === null ? name : `${name} (${code})`);
    }
    const mixed = level !== undefined && resolved.length > 0;
    if (agencies.length === 0 || unresolved.length > 0 || mixed) {
      const said = unresolved.length > 0 ? unresolved.join('; ') : agencies.map(({ name }) => name).join('; ') || '–';
      remarks.ask('AGENCY_UNRESOLVED', '/competentAgencies', {
        vi: `Chưa xác định được cơ quan có thẩm quyền: ${said}.`,
        en: `The competent agency could not be resolved: ${said}.`,
      });
    }
    return {
      competentAgencies: resolved.length > 0 ? [...new Set(resolved)] : null,
      competentLevel: mixed ? null : (level ?? null),
    };
  }
}
