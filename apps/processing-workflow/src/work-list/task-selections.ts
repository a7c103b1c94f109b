import { Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { currentIdentifier, Refusal } from '@motcua/kernel';
import {
  type Actor,
  agenciesOf,
  Database,
  identityHash,
  permittedReach,
  PlatformConfig,
  type Scope,
  type PlatformCode,
} from '@motcua/platform';
import { findProcedures } from '../persistence/listed-procedures.js';
import { OfficerRegister } from '../persistence/officer-register.js';
import type { TaskFilter } from './task-filter.js';
import {
  AGENCIES_WITH_TASKS,
  type CaseLook,
  type LookKey,
  MOST_LOOKS,
  probeStatement,
  TASK_LISTS,
  type TaskListName,
} from './task-list-sql.js';
import { whichList } from './which-list.js';

/** Where the tasks are that a filter asks for. */
export type TaskSelection =
  { readonly list: TaskListName; readonly looks: readonly LookKey[] } | { readonly ofCase: CaseLook };

const DOSSIER_CODE = /^[A-Z0-9.]+-\d{6}-\d{4,}$/;
const MOST_PROCEDURES = 200;
/** So few looks are made without asking first which of them would find anything. */
const FEW_LOOKS = 8;

const tooBroad = (pointer: string): Refusal<PlatformCode> =>
  new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [
    {
      pointer,
      code: 'TOO_BROAD',
      detail: {
        vi: 'Phạm vi tìm kiếm quá rộng: đề nghị nhập thêm từ khóa hoặc chọn một cơ quan.',
        en: 'Too broad: add a word, or name an agency.',
      },
    },
  ]);

const combined = (columns: readonly (readonly string[])[]): LookKey[] =>
  columns.reduce<LookKey[]>((keys, values) => keys.flatMap((key) => values.map((value) => [...key, value])), [[]]);

/** Turns a filter into looks at an index, no further than the caller reaches. */
@Injectable()
export class TaskSelections {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly officers: OfficerRegister,
    private readonly config: PlatformConfig,
  ) {}

  /** @throws Refusal REQUEST.PARAMETER_INVALID where filters do not go together, or match too much */
  async of(actor: Actor, scope: Scope, filter: TaskFilter, now: Temporal.Instant): Promise<TaskSelection> {
    const { list, narrowing } = whichList(filter);
    const everything = permittedReach(actor, scope) === 'all' && filter.agency === undefined;
    const holders = filter.assignee === 'me' ? await this.officers.heldFor(this.database, actor.subject, now) : [];
    // R2: a code with the legacy identifier names the same dossier.
    const code = (filter.query?.trim().toUpperCase() ?? '').replace(
      /^(.+)(-\d{6}-\d{4,})$/,
      (_, agency: string, rest: string) => currentIdentifier(agency) + rest,
    );
    if (DOSSIER_CODE.test(code)) {
      const agencies =
        everything || filter.assignee === 'me' ? null : await this.reachable(actor, scope, filter.agency);
      const roles = filter.assignee === 'role' ? actor.roles : null;
      return { ofCase: { code, agencies, holders: filter.assignee === 'me' ? holders : null, roles } };
    }
    if (list === 'ofAgency' && everything) return { list: 'everything', looks: [[]] };
    const values: Record<string, () => Promise<readonly string[]> | readonly string[]> = {
      agency: () => (everything ? this.withTasks() : this.reachable(actor, scope, filter.agency)),
      role: () => actor.roles,
      holder_subject: () => holders,
      step: () => [filter.step ?? ''],
      procedure_code: () => (filter.query === undefined ? [filter.procedure ?? ''] : this.procedures(filter.query)),
      applicant_ref: () => [identityHash(this.config.identityKey, filter.applicantIdType, filter.applicantId ?? '')],
    };
    const columns = await Promise.all(TASK_LISTS[list].keys.map(async (column) => values[column]!()));
    return {
      list,
      looks: await this.withoutEmpty(list, combined(columns), narrowing === 'query' ? '/query' : '/agency'),
    };
  }

  /** The agencies that were asked for, as far as the caller reaches: its own and all below it. */
  async reachable(actor: Actor, scope: Scope, asked: string | undefined): Promise<string[]> {
    const everything = permittedReach(actor, scope) === 'all';
    const own = await this.subtrees(agenciesOf(actor));
    if (asked === undefined) return own;
    const wanted = await this.subtrees([currentIdentifier(asked)]);
    return everything ? wanted : wanted.filter((code) => own.includes(code));
  }

  private async subtrees(tops: readonly string[]): Promise<string[]> {
    const below = await Promise.all(tops.map((top) => this.agencies.subtree(top)));
    // An agency whose own event has not arrived has no subtree yet, but may have tasks.
    return [...new Set(tops.flatMap((top, at) => (below[at]?.length ? below[at] : [top])))];
  }

  private async withTasks(): Promise<string[]> {
    const rows = await this.database.query<{ agency: string }>(AGENCIES_WITH_TASKS);
    return rows.map(({ agency }) => agency);
  }

  private async procedures(text: string): Promise<string[]> {
    const found = await findProcedures(this.database, text, MOST_PROCEDURES + 1);
    if (found.length > MOST_PROCEDURES) throw tooBroad('/query');
    return found;
  }

  private async withoutEmpty(list: TaskListName, looks: LookKey[], pointer: string): Promise<readonly LookKey[]> {
    if (looks.length <= FEW_LOOKS) return looks;
    const rows = await this.database.query<Record<string, string>>(probeStatement(list, looks, MOST_LOOKS + 1));
    if (rows.length > MOST_LOOKS) throw tooBroad(pointer);
    return rows.map((row) => TASK_LISTS[list].keys.map((column) => row[column] ?? ''));
  }
}
