import { Injectable } from '@nestjs/common';
import type { SupplementItem } from '@motcua/contracts';
import { NotYetKnown, type Tx } from '@motcua/platform';
import type { Item } from '../message-kinds/variables.js';

export interface Words {
  /** Names of components by code. */
  readonly components: Readonly<Record<string, string>>;
  /** Titles of form fields by JSON pointer. */
  readonly fields: Readonly<Record<string, string>>;
}

const SAVE = `
  INSERT INTO procedure_words AS w (procedure_code, words) VALUES ($1, $2)
  ON CONFLICT (procedure_code) DO UPDATE SET words = jsonb_build_object(
    'components', (w.words->'components') || (excluded.words->'components'),
    'fields', (w.words->'fields') || (excluded.words->'fields'))`;
const FIND = 'SELECT words FROM procedure_words WHERE procedure_code = $1';

const nameIn = (names: Readonly<Record<string, string>>, code: string | null): string | null =>
  code !== null && Object.hasOwn(names, code) ? (names[code] ?? code) : code;

/** By which names the applicant knows what is missing or at fault (R21). */
@Injectable()
export class ProcedureWords {
  /** Words of older versions stay: dossiers of theirs live on (R14). */
  async save(tx: Tx, procedureCode: string, words: Words): Promise<void> {
    await tx.query(SAVE, [procedureCode, JSON.stringify(words)]);
  }

  /** What no version names is told by its code. @throws NotYetKnown while no version of the procedure has come */
  async nameItems(tx: Tx, procedureCode: string, items: readonly SupplementItem[]): Promise<Item[]> {
    const [row] = await tx.query<{ words: Words }>(FIND, [procedureCode]);
    if (!row && items.some(({ component, name, field }) => (component !== null && !name) || field !== null))
      throw new NotYetKnown(`procedure ${procedureCode}`);
    const { components = {}, fields = {} } = row?.words ?? {};
    return items.map(({ component, name, field, reason }) => ({
      component: name ?? nameIn(components, component),
      field: nameIn(fields, field),
      reason,
    }));
  }
}
