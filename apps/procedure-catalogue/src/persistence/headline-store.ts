import { distinctWords, exact, folded } from '@motcua/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@motcua/platform';
import { LEVEL_NAMES, questionsLeft, type Shown, shownVersions, type ProcedureRecord } from '@motcua/catalogue-domain';
import { ProcedureStore } from './procedure-store.js';

const NAMES = `SELECT code, name FROM agency WHERE code = ANY ($1)`;
const CLEAR = `DELETE FROM procedure_headline WHERE procedure = $1`;
const SHOW = `
  INSERT INTO procedure_headline (procedure, version, shown_from, shown_until, name, name_folded, name_exact, field_code, field_name,
    level, online_level, channels, agencies, competent_level, agency_names, effective_from, open_questions,
    name_words, name_exact_words, all_words, all_exact_words)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
    array_to_tsvector($18::text[]), array_to_tsvector($19::text[]), array_to_tsvector($20::text[]), array_to_tsvector($21::text[]))`;
const NAMING = `SELECT DISTINCT procedure FROM procedure_headline WHERE agencies @> ARRAY[$1]`;

/** Keeps what searches and lists read in step with the versions. */
@Injectable()
export class HeadlineStore {
  constructor(@Inject(ProcedureStore) private readonly procedures: ProcedureStore) {}

  async refresh(tx: Tx, code: string): Promise<void> {
    const procedure = await this.procedures.lockSeen(tx, code, undefined);
    await tx.query(CLEAR, [code]);
    for (const shown of shownVersions(procedure)) await this.show(tx, procedure, shown);
  }

  /** After an agency got another name: lists and searches show agencies by name. */
  async refreshNaming(tx: Tx, agency: string): Promise<void> {
    const rows = await tx.query<{ procedure: string }>(NAMING, [agency]);
    for (const { procedure } of rows) await this.refresh(tx, procedure);
  }

  private async show(tx: Tx, { code }: ProcedureRecord, { version, from, until }: Shown): Promise<void> {
    const { definition } = version;
    const agencies = definition.competentAgencies ?? [];
    const known = agencies.length > 0 ? await tx.query<{ code: string; name: string }>(NAMES, [agencies]) : [];
    const given = definition.asGiven?.agencies.map(({ name }) => name) ?? [];
    const competent = definition.competentLevel === null ? [] : [LEVEL_NAMES[definition.competentLevel]];
    const resolved = [
      ...competent,
      ...agencies.map((agency) => known.find((one) => one.code === agency)?.name ?? agency),
    ];
    const agencyNames = resolved.length > 0 ? resolved : given;
    const everything = [code, definition.name, definition.field.name, ...agencyNames].join(' ');
    await tx.query(SHOW, [
      code,
      version.version,
      from,
      until,
      definition.name,
      folded(definition.name),
      exact(definition.name),
      definition.field.code,
      definition.field.name,
      definition.level,
      definition.onlineLevel,
      definition.channels,
      agencies,
      definition.competentLevel,
      agencyNames,
      version.announcement?.effectiveFrom ?? null,
      questionsLeft(version),
      distinctWords(folded(definition.name)),
      distinctWords(exact(definition.name)),
      distinctWords(folded(everything)),
      distinctWords(exact(everything)),
    ]);
  }
}
