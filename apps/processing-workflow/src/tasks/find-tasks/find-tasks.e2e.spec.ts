import type { ApiClient, Json, TestSystem } from '@motcua/testing';
import { endStep, type Officers, officersOf, openCase, startWorkflow } from '../../testing/workflow.fixture.js';

const PATH = '/workflow/v1/tasks';
const due = (day: string): object => ({
  statutoryDueAt: `2026-12-${day}T17:00:00+07:00`,
  promisedDueAt: `2026-12-${day}T09:00:00+07:00`,
});

describe("the officer's work list", () => {
  let system: TestSystem;
  let officers: Officers;
  const cases: Record<string, string> = {};
  const open = async (name: string, event: object): Promise<void> => {
    cases[name] = (await openCase(system, officers.admin, event)).dossierId;
  };
  const names = async (client: ApiClient, query: string): Promise<string[]> => {
    const { status, body } = await client.get(`${PATH}${query}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body.items.map(({ dossierId }: Json) => Object.keys(cases).find((name) => cases[name] === dossierId));
  };

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
    await open('third', due('09'));
    await open('first', due('01'));
    await open('second', due('02'));
    await open('elsewhere', { ...due('03'), competentAgency: 'H48.04', receivingAgency: 'H48.04' });
    await open('below', { ...due('10'), competentAgency: 'H48.12.3', receivingAgency: 'H48.12.3' });
    await endStep(officers.leader, cases['second'] as string, 'forward');
  });
  afterAll(() => system.stop());

  it('shows every open task of my agency and those below it, the one due first at the top', async () => {
    expect(await names(officers.leader, '')).toEqual(['first', 'second', 'third', 'below']);
    expect(await names(officers.outsider, '')).toEqual(['elsewhere']);
    expect(await names(officers.admin, '')).toEqual(['first', 'second', 'elsewhere', 'third', 'below']);
  });

  it('shows what waits for a role of mine, and what I hold', async () => {
    expect(await names(officers.leader, '?assignee=role')).toEqual(['first', 'third', 'below']);
    expect(await names(officers.specialist, '?assignee=role')).toEqual(['second']);
    expect(await names(officers.specialist, '?assignee=me')).toEqual([]);
    const [task] = (await officers.specialist.get(`${PATH}?assignee=role`)).body.items;
    await officers.specialist.post(`${PATH}/${task.id}/claim`, undefined, { ifMatch: task.etag });
    expect(await names(officers.specialist, '?assignee=me')).toEqual(['second']);
    expect(await names(officers.specialist, '?assignee=me&agency=H48.04')).toEqual([]);
    expect(await names(officers.specialist, '?assignee=role')).toEqual([]);
    expect(await names(officers.colleague, '')).toEqual(['first', 'second', 'third', 'below']);
  });

  it('is narrowed by step, agency (in either form) and due date, never beyond my reach', async () => {
    expect(await names(officers.leader, '?step=appraisal')).toEqual(['second']);
    expect(await names(officers.leader, '?agency=H48.12.3')).toEqual(['below']);
    expect(await names(officers.leader, '?agency=000.00.12.H48')).toEqual(['first', 'second', 'third', 'below']);
    expect(await names(officers.leader, '?agency=H48.04')).toEqual([]);
    expect(await names(officers.leader, '?agency=H48')).toEqual(['first', 'second', 'third', 'below']);
    expect(await names(officers.admin, '?agency=H48.04')).toEqual(['elsewhere']);
    expect(await names(officers.leader, `?dueBefore=${encodeURIComponent('2026-12-02T09:00:00+07:00')}`)).toEqual([
      'first',
    ]);
  });

  it('tells what is late from what is not', async () => {
    expect(await names(officers.leader, '?overdue=true')).toEqual([]);
    system.clock.moveTo(Temporal.Instant.from('2026-12-01T09:00:01+07:00'));
    expect(await names(officers.leader, '?overdue=true')).toEqual(['first']);
    expect(await names(officers.leader, '?overdue=false')).toEqual(['second', 'third', 'below']);
    expect((await officers.leader.get(`${PATH}?overdue=true`)).body.items[0].overdue).toBe(true);
  });

  it('is walked page by page by the Link header, each task once', async () => {
    const seen: string[] = [];
    for (let path: string | undefined = `${PATH}?limit=1`; path !== undefined;) {
      const { body, headers } = await officers.leader.get(path);
      seen.push(...body.items.map(({ dossierId }: Json) => dossierId));
      path = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual(['first', 'second', 'third', 'below'].map((name) => cases[name]));
  });

  it.each([
    ['?colour=red', '/colour'],
    ['?limit=0', '/limit'],
    ['?limit=1000', '/limit'],
    ['?assignee=everyone', '/assignee'],
    ['?overdue=perhaps', '/overdue'],
    ['?dueBefore=tomorrow', '/dueBefore'],
    ['?openedBefore=long ago', '/openedBefore'],
    ['?step=appraisal&procedure=1.001686', '/procedure'],
    ['?procedure=1.001686&query=thuốc', '/query'],
    ['?assignee=me&applicantId=051199000017', '/applicantId'],
    ['?assignee=role&openedBefore=2026-11-26T00:00:00Z', '/openedBefore'],
    ['?openedBefore=2026-11-26T00:00:00Z&overdue=true', '/overdue'],
    ['?assignee=me&agency=H48.12&step=appraisal', '/agency'],
    ['?applicantIdType=name', '/applicantIdType'],
    ['?cursor=nonsense', '/cursor'],
    [`?cursor=${Buffer.from('["x","y"]').toString('base64url')}`, '/cursor'],
  ])('refuses %s and points at it', async (query, pointer) => {
    const { status, body } = await officers.leader.get(`${PATH}${query}`);
    expect([status, body.code]).toEqual([400, 'REQUEST.PARAMETER_INVALID']);
    expect(body.errors.map((error: Json) => error.pointer)).toContain(pointer);
  });

  it('takes SQL for what it is: text that names no step', async () => {
    expect(await names(officers.leader, `?step=${encodeURIComponent("x' OR '1'='1; DROP TABLE task; --")}`)).toEqual(
      [],
    );
    expect(await names(officers.leader, '')).toHaveLength(4);
  });

  it.each([
    ['/workflow/v1/tasks?dueBefore=0000-01-01T00:00:00Z', '/dueBefore'],
    ['/workflow/v1/tracking-book?from=0001-01-01&to=2026-01-01', '/from'],
  ])('refuses a time before the calendar of the database begins: %s', async (path, pointer) => {
    const answer = await officers.leader.get(path);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([pointer]);
  });
});
