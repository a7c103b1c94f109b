import { currentIdentifier, folded } from '@motcua/kernel';
import type { AgencyRecord } from '../maintain-agency/agency-record.js';

/** A field (lĩnh vực) of procedures. */
export interface FieldRecord {
  readonly code: string;
  readonly name: string;
  readonly revision: number;
}

/** The fields and agencies of the catalogue that an import's items name, to be looked up by code or by name. */
export class KnownNames {
  constructor(
    private readonly fields: readonly FieldRecord[],
    private readonly agencies: readonly AgencyRecord[],
  ) {}

  /** The same, with a field that an item has brought. */
  withField(field: FieldRecord): KnownNames {
    return new KnownNames([...this.fields, field], this.agencies);
  }

  fieldOfCode(code: string): FieldRecord | undefined {
    return this.fields.find((field) => field.code === code);
  }

  /** The one field of that name, with or without diacritics; undefined where none or several have it. */
  fieldOfName(name: string): FieldRecord | undefined {
    const named = this.fields.filter((field) => folded(field.name) === folded(name));
    return named.length === 1 ? named[0] : undefined;
  }

  /** By identifier in its current or its legacy form. @rule R2 */
  agencyOfCode(identifier: string): AgencyRecord | undefined {
    const current = currentIdentifier(identifier);
    return (
      this.agencies.find(({ code }) => code === current) ??
      this.agencies.find(({ legacyCode }) => legacyCode === identifier)
    );
  }

  /** The one active agency of that name, with or without diacritics; undefined where none or several have it. */
  agencyOfName(name: string): AgencyRecord | undefined {
    const named = this.agencies.filter((agency) => agency.active && folded(agency.name) === folded(name));
    return named.length === 1 ? named[0] : undefined;
  }
}
