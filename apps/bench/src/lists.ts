import { type ListRequest, listStatement } from '@motcua/dossier-intake';
import { taskPageStatement } from '@motcua/processing-workflow';
import { INDEX_SCAN_SETTINGS } from '@motcua/platform';
import { type AskedPage, comparePages } from './asked-and-bare.js';
import { seedArrived } from './caught-up.js';
import { insertCost } from './insert-cost.js';
import { fillLists, OFFICE } from './list-rows.js';
import type { Comparison } from './measure.js';
import type { Section } from './report.js';
import { connectTo, startProcess, SYSTEM, tokenOf, withFolder } from './running-system.js';
import type { Sizes } from './sizes.js';

const LIMIT = 50;
const FIRST = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;

/** An office's first page, as intake asks for it. */
function officeList(statuses: ListRequest['statuses']): { readonly text: string; readonly values: readonly unknown[] } {
  const none = {
    applicantRef: null,
    code: null,
    portalCode: null,
    words: null,
    documentNumber: null,
    acceptedFrom: null,
    acceptedTo: null,
    agency: null,
    procedure: null,
    channel: null,
  };
  const ever = { submittedFrom: null, submittedTo: null, dueBefore: null, after: null };
  return listStatement({ readers: [OFFICE], statuses, ...none, ...ever, limit: LIMIT }, false);
}

const keyOf = ({ id }: Readonly<Record<string, unknown>>): unknown => id;
const ofIntake = { service: 'intake', plannedAnew: true, keyOf };
const ofWorkflow = { service: 'workflow', settings: INDEX_SCAN_SETTINGS, keyOf };
const ONE_STOP: readonly AskedPage[] = [
  {
    ...ofIntake,
    what: "The one-stop's list, newest first",
    path: () => `/intake/v1/dossiers?limit=${LIMIT}`,
    statement: () => officeList(null),
  },
  {
    ...ofIntake,
    what: "The one-stop's list, those to be received",
    path: () => `/intake/v1/dossiers?limit=${LIMIT}&status=registered`,
    statement: () => officeList(['registered']),
  },
];

const WAITING = ['specialist'] as const;
const PROCEDURE = '1.001686';
const page = (list: Parameters<typeof taskPageStatement>[0]['list'], looks: readonly (readonly string[])[]) =>
  taskPageStatement({ list, looks, after: FIRST, before: 'infinity', limit: LIMIT + 1 });
const workList = (agencies: readonly string[]): readonly AskedPage[] => [
  {
    ...ofWorkflow,
    what: "The officer's work list, waiting for my role",
    path: () => `/workflow/v1/tasks?limit=${LIMIT}&assignee=role`,
    statement: () =>
      page(
        'waiting',
        agencies.flatMap((agency) => WAITING.map((role) => [agency, role])),
      ),
  },
  {
    ...ofWorkflow,
    what: "The officer's work list, all of my agency",
    path: () => `/workflow/v1/tasks?limit=${LIMIT}&assignee=agency`,
    statement: () =>
      page(
        'ofAgency',
        agencies.map((agency) => [agency]),
      ),
  },
  {
    ...ofWorkflow,
    what: "The officer's work list, one procedure",
    path: () => `/workflow/v1/tasks?limit=${LIMIT}&procedure=${PROCEDURE}`,
    statement: () =>
      page(
        'ofAgencyForProcedure',
        agencies.map((agency) => [agency, PROCEDURE]),
      ),
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
        about: `A first page of ${LIMIT} lines over HTTP (token checked, JSON written and parsed) against the statement that reads it, planned as the service has it planned, through the same driver, one request at a time. A quarter of the dossiers belongs to the office that asks; half of the tasks are open.`,
        comparisons: [
          ...(await compare('clerk', ONE_STOP)),
          ...(await compare('specialist', workList(agencies))),
          await insertCost(admin),
        ],
      };
    } finally {
      await admin.end();
      await system.stop();
    }
  });
