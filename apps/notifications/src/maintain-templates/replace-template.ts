import { Refusal } from '@motcua/kernel';
import { type Aggregate, assertVersion, type CommandKind, ok, rowTable, sql } from '@motcua/platform';
import type { KindCode } from '../message-kinds/kinds.js';
import { line } from '../persistence/history.js';
import type { ChangedRow } from '../persistence/row-change.js';
import type { NotificationCode } from '../problems.js';
import type { TemplateContent } from '../render-message/template-content.js';
import type { TemplateRow } from '../templates/templates.js';
import { contentFaults } from './content-faults.js';
import { type TemplateView, templateView } from './template.view.js';

const TEMPLATES = rowTable<TemplateRow>('template', {
  code: 'key',
  content: 'plain',
  edited: 'plain',
  version: 'plain',
});

const TEMPLATE: Aggregate<ChangedRow<TemplateRow>> = {
  save: async (queries, changes) => {
    await TEMPLATES.save(queries, changes);
    return undefined;
  },
  events: () => [],
  history: ({ after: { code, version }, at, actor }) => [
    line('template', code, 'replaced', { at, actor, detail: { version } }),
  ],
};

interface ReplaceTemplateCommand {
  readonly code: KindCode;
  /** As the caller saw it. */
  readonly version: number;
  readonly content: TemplateContent;
  readonly actor: string;
}

/** The texts of a kind of message, as the province words them. @throws Refusal TEMPLATE.INVALID with each fault */
export const REPLACE_TEMPLATE: CommandKind<
  ReplaceTemplateCommand,
  TemplateRow,
  ChangedRow<TemplateRow>,
  TemplateView
> = {
  aggregate: TEMPLATE,
  about: ({ code }) => `template/${code}`,
  facts: async (queries, commands) => {
    const codes = commands.map(({ code }) => code);
    const found = await queries.query<TemplateRow>(
      sql`SELECT ${TEMPLATES.columns()} FROM template WHERE code = ANY (${codes}) ORDER BY code FOR UPDATE ${queries.skipLocked}`,
    );
    const templates = new Map(found.map((row) => [row.code, row]));
    return codes.map((code) => templates.get(code));
  },
  decide: (before, { code, version, content, actor }, at) => {
    assertVersion(before.version, version);
    const faults = contentFaults(code, content);
    if (faults.length > 0) throw new Refusal<NotificationCode>('TEMPLATE.INVALID', {}, faults);
    return { before, after: { ...before, content, edited: true, version: version + 1 }, at, actor };
  },
  answer: ({ after }) => ok(templateView(after), { version: after.version }),
};
