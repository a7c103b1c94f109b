import { folded } from '@motcua/kernel';
import { sayTerm, type Term as LegalTerm } from '@motcua/legal-clock';
import { tidy } from '../import-procedures/clean-text.js';
import type { ImportedDraft } from '../import-procedures/imported-draft.js';
import { LEVEL_NAMES } from '../procedure/shown-versions.js';
import type { Component, NamedCode, Term, VersionDefinition } from '../procedure/version-definition.js';
import type { TariffLine } from '../set-tariff/tariff.js';
import { COMPARED_FIELDS, type ComparedField, type FieldDifference } from './portal-difference.js';

/** A version of ours, and the lines of the tariff that hold for it today. */
export interface OurVersion {
  readonly definition: VersionDefinition;
  readonly fees: readonly Pick<TariffLine, 'name' | 'amount'>[];
}

/** What the portal says, its fields and agencies looked up. */
export interface TheirVersion {
  readonly draft: ImportedDraft;
  readonly definition: VersionDefinition;
}

/** One thing: what it is compared by, and how it is read. */
interface Line {
  readonly key: string;
  readonly shown: string;
}
type Sides = readonly [ours: readonly Line[], theirs: readonly Line[]];
/** Undefined where the portal says nothing: silence is no difference. */
type Comparison = (ours: OurVersion, theirs: TheirVersion) => Sides | undefined;

const plain = (text: string): Line => ({ key: tidy(text).toLowerCase(), shown: tidy(text) });
/** A version that an older program stored may lack a text altogether. */
const text = (value: string | null | undefined): Line[] => (tidy(value ?? '') === '' ? [] : [plain(value ?? '')]);
/** Nothing said by the portal is nothing to compare. */
const said = (ours: readonly Line[], theirs: readonly Line[]): Sides | undefined =>
  theirs.length === 0 ? undefined : [ours, theirs];

const hasNote = ({ draft }: TheirVersion, code: string): boolean =>
  draft.remarks.notes.some((note) => note.code === code);
const isAsked = ({ draft }: TheirVersion, code: string): boolean =>
  draft.remarks.questions.some((question) => question.code === code);

function termLine(name: string, term: Term | null): Line {
  const words = term === null ? 'chưa rõ' : sayTerm(term as LegalTerm).vi;
  return { key: words, shown: `${name}: ${words}` };
}
const terms = ({ variants }: VersionDefinition): Line[] => variants.map(({ name, term }) => termLine(name, term));

const papersOf = ({ variants }: VersionDefinition): Component[] => variants.flatMap(({ components }) => components);
function paperLine({ name, originals, copies }: Component, counted: boolean): Line {
  const count = counted ? ` (${originals} bản chính, ${copies} bản sao)` : '';
  return { key: folded(name) + count, shown: name + count };
}

/** By code where the portal gives codes, else by name. */
function coded(ours: readonly NamedCode[], theirs: readonly NamedCode[], made: RegExp): Sides | undefined {
  const byCode = theirs.every(({ code }) => !made.test(code));
  const line = ({ code, name }: NamedCode): Line => ({
    key: byCode ? code.toLowerCase() : folded(name),
    shown: byCode ? `${code} ${name}` : name,
  });
  return said(ours.map(line), theirs.map(line));
}

const money = (amount: number): string => `${amount.toLocaleString('vi-VN')} đồng`;
const FREE: Line = { key: '0', shown: 'Không thu' };
const feeLines = (lines: OurVersion['fees']): Line[] =>
  lines.flatMap(({ name, amount }) =>
    amount === null ? [] : amount === 0 ? [FREE] : [{ key: String(amount), shown: `${name}: ${money(amount)}` }],
  );

const COMPARISONS: Readonly<Record<Exclude<ComparedField, 'repeal'>, Comparison>> = {
  name: (ours, theirs) => said(text(ours.definition.name), text(theirs.definition.name)),
  field: (ours, theirs) => {
    const line = ({ definition: { field } }: { readonly definition: VersionDefinition }): Line => ({
      key: theirs.definition.field.code === null ? folded(field.name) : (field.code ?? '').toLowerCase(),
      shown: tidy(`${field.code ?? ''} ${field.name}`),
    });
    return theirs.draft.fields.length === 0 ? undefined : [[line(ours)], [line(theirs)]];
  },
  // What could not be looked up is asked, and compared once it can be.
  agencies: (ours, theirs) => {
    const lines = ({ competentAgencies, competentLevel }: VersionDefinition): Line[] => [
      ...(competentAgencies ?? []).map(plain),
      ...(competentLevel === null ? [] : [plain(LEVEL_NAMES[competentLevel])]),
    ];
    return isAsked(theirs, 'AGENCY_UNRESOLVED') ? undefined : said(lines(ours.definition), lines(theirs.definition));
  },
  channels: (ours, theirs) => said(ours.definition.channels.map(plain), theirs.definition.channels.map(plain)),
  subjects: (ours, theirs) =>
    hasNote(theirs, 'SUBJECTS_ASSUMED')
      ? undefined
      : said(ours.definition.subjects.map(plain), theirs.definition.subjects.map(plain)),
  terms: (ours, theirs) => {
    const known = theirs.definition.variants.some(({ term }) => term !== null);
    return known ? [terms(ours.definition), terms(theirs.definition)] : undefined;
  },
  papers: (ours, theirs) => {
    const [own, given] = [papersOf(ours.definition), papersOf(theirs.definition)];
    // Where the form counts nothing, each paper was read as one original: then there is no count to compare.
    const counted = given.some(({ originals, copies }) => originals !== 1 || copies !== 0);
    return said(
      own.map((one) => paperLine(one, counted)),
      given.map((one) => paperLine(one, counted)),
    );
  },
  results: (ours, theirs) =>
    said(
      ours.definition.results.map(({ name }) => ({ key: folded(name), shown: name })),
      theirs.definition.results.map(({ name }) => ({ key: folded(name), shown: name })),
    ),
  legalBasis: (ours, theirs) => coded(ours.definition.legalBasis, theirs.definition.legalBasis, /^CC-\d+$/),
  conditions: (ours, theirs) => said(text(ours.definition.conditions), text(theirs.definition.conditions)),
  instructions: (ours, theirs) => said(text(ours.definition.instructions), text(theirs.definition.instructions)),
  // An amount that the portal leaves to the provincial council says nothing.
  fees: (ours, theirs) => {
    const given = feeLines(theirs.draft.tariff ?? []);
    const own = feeLines(ours.fees);
    return said(own.length === 0 ? [FREE] : own, given.length === 0 && theirs.draft.saysFree ? [FREE] : given);
  },
};

/** Terms are counted, since two cases may have one; of everything else it matters only whether it is there. */
function keysOf(lines: readonly Line[], field: ComparedField): string[] {
  const keys = lines.map(({ key }) => key);
  return (field === 'terms' ? keys : [...new Set(keys)]).toSorted();
}
const shown = (lines: readonly Line[]): string[] => [...new Set(lines.map((line) => line.shown))];

/**
 * The fields in which the portal says otherwise than a version of ours, in the order of {@link COMPARED_FIELDS}. What the
 * portal does not say is no difference; nor are blanks, capitals, the order of a list and the names of cases.
 */
export function compareVersion(ours: OurVersion, theirs: TheirVersion): FieldDifference[] {
  return COMPARED_FIELDS.flatMap((field) => {
    const sides = field === 'repeal' ? undefined : COMPARISONS[field](ours, theirs);
    if (!sides) return [];
    const [own, given] = sides;
    if (keysOf(own, field).join('\n') === keysOf(given, field).join('\n')) return [];
    return [{ field, ours: shown(own), theirs: shown(given) }];
  });
}
