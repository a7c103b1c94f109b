import { folded, isAgencyIdentifier } from '@motcua/kernel';
import type { VersionDefinition } from '../procedure/version-definition.js';
import type { AgencyLevel } from '../vocabulary.js';
import type { ImportedDraft } from './imported-draft.js';
import type { KnownNames } from './known-names.js';

/** Names that mean any agency of a level, each for its own territory. */
const ANY_OF_LEVEL: readonly (readonly [RegExp, AgencyLevel])[] = [
  [/^(uy ban nhan dan|ubnd) (cap )?xa( phuong)?( (dac khu|thi tran))?$/, 'commune'],
  [/^(uy ban nhan dan|ubnd) cap tinh$/, 'province'],
];

type Competence = Pick<VersionDefinition, 'competentAgencies' | 'competentLevel'>;

/** The draft with its field and agencies as the catalogue has them. What is not found becomes a question of the draft. */
export const resolveNames = (draft: ImportedDraft, known: KnownNames): VersionDefinition => ({
  ...draft.definition,
  field: fieldOf(draft, known),
  ...competenceOf(draft, known),
});

function fieldOf(
  { definition, fields: [given], remarks }: ImportedDraft,
  known: KnownNames,
): VersionDefinition['field'] {
  const found = given && (given.code === null ? known.fieldOfName(given.name) : known.fieldOfCode(given.code));
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

function competenceOf({ agencies, remarks }: ImportedDraft, known: KnownNames): Competence {
  const resolved: string[] = [];
  const unresolved: string[] = [];
  let level: AgencyLevel | undefined;
  for (const { code, name } of agencies) {
    const any = ANY_OF_LEVEL.find(([pattern]) => pattern.test(folded(name)))?.[1];
    const byCode = code !== null && isAgencyIdentifier(code) ? known.agencyOfCode(code) : undefined;
    const agency = byCode ?? known.agencyOfName(name);
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
