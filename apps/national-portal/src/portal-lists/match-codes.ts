import { folded } from '@motcua/kernel';

export interface ListedCode {
  readonly code: string;
  readonly name: string;
}

/** A code of ours, its legacy form where it has one, and what a map says of it already. */
export interface OurCode extends ListedCode {
  readonly legacyCode: string | null;
  readonly entry: { readonly portalCode: string | null; readonly source: 'officer' | 'portal' } | null;
}

export interface CodeMatch {
  readonly code: string;
  /** Where the map is to say so; undefined where it stays as it is. */
  readonly mapTo?: string;
  /** An officer's entry that the list does not bear out, and what it has instead (null: nothing that could be told). */
  readonly conflict?: { readonly listedCode: string | null };
}

const only = <Value>(values: readonly Value[] | undefined): Value | undefined =>
  values?.length === 1 ? values[0] : undefined;

/**
 * Which code of the portal's list each of ours is: the same, its legacy form (R2), or the one of that name on both sides, unless
 * that code is another of ours. Codes that are the same need no entry. What an officer typed stays, and is in conflict where the
 * list has it not, or has ours under another; an entry that says "none" waited for just this.
 * @param ours every one that there is: a name is looked for by what nothing else is called
 */
export function matchCodes(ours: readonly OurCode[], listed: readonly ListedCode[]): CodeMatch[] {
  const codes = new Set(listed.map(({ code }) => code));
  const ofName = Map.groupBy(listed, ({ name }) => folded(name));
  const oursOfName = Map.groupBy(ours, ({ name }) => folded(name));
  const taken = new Set(ours.flatMap(({ code, legacyCode }) => (legacyCode === null ? [code] : [code, legacyCode])));
  const listedCodeOf = ({ code, legacyCode, name }: OurCode): string | null => {
    if (codes.has(code)) return code;
    if (legacyCode !== null && codes.has(legacyCode)) return legacyCode;
    const key = folded(name);
    const named = only(oursOfName.get(key)) && only(ofName.get(key));
    return named && !taken.has(named.code) ? named.code : null;
  };
  return ours.flatMap((one): CodeMatch[] => {
    const { code, entry } = one;
    const found = listedCodeOf(one);
    if (entry === null) return found === null || found === code ? [] : [{ code, mapTo: found }];
    if (entry.source === 'portal' || entry.portalCode === null)
      return found === null || found === entry.portalCode ? [] : [{ code, mapTo: found }];
    const agrees = found === null ? codes.has(entry.portalCode) : found === entry.portalCode;
    return agrees ? [] : [{ code, conflict: { listedCode: found } }];
  });
}
