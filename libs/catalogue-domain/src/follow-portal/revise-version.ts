import { folded, present } from '@motcua/kernel';
import { uniqueCodes } from '../import-procedures/unique-codes.js';
import type { Component, Variant, VersionDefinition } from '../procedure/version-definition.js';
import type { ComparedField, FieldDifference } from './portal-difference.js';

const byName = <Named extends { readonly name: string }>(ours: readonly Named[], theirs: readonly Named[]): Named[] =>
  theirs.map((given) => ours.find(({ name }) => folded(name) === folded(given.name)) ?? given);

/** Papers that both have keep our code, name and form; the portal's count holds where it counts. */
function revisedComponents(ours: readonly Component[], theirs: readonly Component[], counted: boolean): Component[] {
  const revised = theirs.map((given) => {
    const known = ours.find(({ name }) => folded(name) === folded(given.name));
    const count = counted ? { originals: given.originals, copies: given.copies } : {};
    return known ? { ...known, ...count } : given;
  });
  const unique = uniqueCodes();
  return revised.map((one, at) => ({ ...one, code: unique(one.code, at) }));
}

/**
 * Cases keep our codes, which the tariff names, and our names; where their number differs the portal's take their place.
 * Which of theirs is which of ours their names say, else their order.
 */
function revisedVariants(
  { variants: ours }: VersionDefinition,
  { variants: theirs }: VersionDefinition,
  fields: ReadonlySet<ComparedField>,
): readonly Variant[] {
  if (ours.length !== theirs.length) return fields.has('terms') ? theirs : ours;
  const counted = theirs
    .flatMap(({ components }) => components)
    .some(({ originals, copies }) => originals !== 1 || copies !== 0);
  return ours.map((variant, at) => {
    const given =
      theirs.find(({ name }) => folded(name) === folded(variant.name)) ??
      present(theirs[at], 'the portal has as many cases as we have');
    return {
      ...variant,
      ...(fields.has('terms') && given.term !== null && { term: given.term }),
      ...(fields.has('papers') && {
        components: revisedComponents(variant.components, given.components, counted),
      }),
    };
  });
}

/** A version of ours with what the portal says otherwise, and with everything that it does not say as we have it. */
export function reviseVersion(
  ours: VersionDefinition,
  theirs: VersionDefinition,
  differences: readonly FieldDifference[],
): VersionDefinition {
  const fields = new Set(differences.map(({ field }) => field));
  const { name, field, competentAgencies, competentLevel, channels, subjects, conditions, instructions } = theirs;
  return {
    ...ours,
    ...(fields.has('name') && { name }),
    ...(fields.has('field') && { field }),
    ...(fields.has('agencies') && { competentAgencies, competentLevel }),
    ...(fields.has('channels') && { channels }),
    ...(fields.has('subjects') && { subjects }),
    ...(fields.has('conditions') && { conditions }),
    ...(fields.has('instructions') && { instructions }),
    ...(fields.has('results') && { results: byName(ours.results, theirs.results) }),
    ...(fields.has('legalBasis') && { legalBasis: theirs.legalBasis }),
    variants: revisedVariants(ours, theirs, fields),
    asGiven: theirs.asGiven,
  };
}

/** Where in a draft a field is: a question about another place is not the portal's to ask of what we know. */
export const PLACES: Readonly<Record<ComparedField, string>> = {
  name: '/name',
  field: '/field',
  agencies: '/competentAgencies',
  channels: '/channels',
  subjects: '/subjects',
  terms: '/variants',
  papers: '/variants',
  results: '/results',
  legalBasis: '/legalBasis',
  conditions: '/conditions',
  instructions: '/instructions',
  fees: '/tariff',
  repeal: '',
};
