import { LIST_STATEMENTS } from '@motcua/dossier-intake';
import { TASK_LISTS } from '@motcua/processing-workflow';
import { type AskedPage, comparePages } from './asked-and-bare.js';
import { seedArrived } from './caught-up.js';
import { fillLists, OFFICE } from './list-rows.js';
import type { Comparison } from './measure.js';
import type { Section } from './report.js';
import { connectTo, startProcess, SYSTEM, tokenOf, withFolder } from './running-system.js';
import type { Sizes } from './sizes.js';

const LIMIT = 50;
const FIRST = ['-infinity', '00000000-0000-0000-0000-000000000000'];

/** $1 readers, $2 statuses … $13 limit, as intake gives them for an office's first page. */
const listValues = (statuses: readonly string[] | null): unknown[] => [
  [OFFICE],
  statuses,
  ...Array.from({ length: 10 }, () => null),
  LIMIT + 1,
];

const ofIntake = { service: 'intake', keyOf: ({ id }: Readonly<Record<string, unknown>>) => id };
const ONE_STOP: readonly AskedPage[] = [
  {
    ...ofIntake,
    what: "The one-stop's list, newest first",
    path: () => `/intake/v1/dossiers?limit=${LIMIT}`,
    statement: () => ({ sql: LIST_STATEMENTS.BY_READER, values: listValues(null) }),
  },
  {
    ...ofIntake,
    what: "The one-stop's list, those to be received",
    path: () => `/intake/v1/dossiers?limit=${LIMIT}&status=registered`,
    statement: () => ({ sql: LIST_STATEMENTS.BY_READER_AND_STATUS, values: listValues(['registered']) }),
  },
];

const taskValues = (agencies: readonly string[]): unknown[] => [
  ...FIRST,
  LIMIT + 1,
  null,
  null,
  Temporal.Now.instant().toString(),
  false,
  false,
  agencies,
];
const workList = (agencies: readonly string[]): readonly AskedPage[] => [
  {
    ...ofIntake,
    service: 'workflow',
    what: "The officer's work list, waiting for my role",
    path: () => `/workflow/v1/tasks?limit=${LIMIT}&assignee=role`,
    statement: () => ({ sql: TASK_LISTS.WAITING, values: [...taskValues(agencies), ['specialist']] }),
  },
  {
    ...ofIntake,
    service: 'workflow',
    what: "The officer's work list, all of my agency",
    path: () => `/workflow/v1/tasks?limit=${LIMIT}&assignee=agency`,
    statement: () => ({ sql: TASK_LISTS.OF_AGENCIES, values: taskValues(agencies) }),
  },
];

/** A page of the lists that officers look at all day, over HTTP against the bare SQL. */
export const lists = ({ dossiers, pages: rounds }: Sizes): Promise<Section> =>
  withFolder(async (folder) => {
    const system = await startProcess(SYSTEM, '/health/ready', 3971, { MOTCUA_DATA_DIR: folder });
    const admin = await connectTo(folder, 'intake');
    try {
      await seedArrived(admin);
      await fillLists(admin, dossiers);
      const { rows } = await admin.query<{ code: string }>(
        'SELECT code FROM workflow.agency_copy WHERE ancestors @> ARRAY[$1] ORDER BY code',
        [OFFICE],
      );
      const agencies = rows.map(({ code }) => code);
      const compare = async (persona: string, pages: readonly AskedPage[]): Promise<Comparison[]> =>
        comparePages({ url: system.url, folder, token: await tokenOf(system.url, persona), rounds }, pages);
      return {
        title: `Lists with ${dossiers.toLocaleString('en')} dossiers`,
        about: `A first page of ${LIMIT} lines over HTTP (token checked, JSON written and parsed) against the statement that reads it, prepared, through the same driver, one request at a time. A quarter of the dossiers belongs to the office that asks; half of the tasks are open.`,
        comparisons: [...(await compare('clerk', ONE_STOP)), ...(await compare('specialist', workList(agencies)))],
      };
    } finally {
      await admin.end();
      await system.stop();
    }
  });
