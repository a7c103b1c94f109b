/** What has a code on both sides. */
export const CODE_KINDS = ['agency', 'field', 'procedure', 'component', 'result'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** Our code's counterpart at the portal; null where there is known to be none. Without an entry the codes are the same. */
export type MapEntry = { readonly kind: CodeKind; readonly code: string; readonly portalCode: string | null };

export interface Unmapped {
  readonly kind: CodeKind;
  readonly code: string;
}

/** Code maps as they are when a record is built. */
export class CodeMaps {
  private readonly entries: ReadonlyMap<string, string | null>;
  private readonly inverse: ReadonlyMap<string, string>;

  constructor(entries: readonly MapEntry[]) {
    this.entries = new Map(entries.map(({ kind, code, portalCode }) => [`${kind} ${code}`, portalCode]));
    this.inverse = new Map(
      entries.flatMap(({ kind, code, portalCode }) =>
        portalCode === null ? [] : [[`${kind} ${portalCode}`, code] as const],
      ),
    );
  }

  /** The portal's code; null where our code has no counterpart there. */
  portalCode(kind: CodeKind, code: string): string | null {
    const mapped = this.entries.get(`${kind} ${code}`);
    return mapped === undefined ? code : mapped;
  }

  /** Our code of one of the portal's. */
  ourCode(kind: CodeKind, portalCode: string): string {
    return this.inverse.get(`${kind} ${portalCode}`) ?? portalCode;
  }
}
