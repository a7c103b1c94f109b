import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eventChanges } from './event-changes.js';
import { httpChanges, operationsOf } from './http-changes.js';
import { type Json, objectAt } from './json.js';

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../docs/api/${file}`, import.meta.url)), 'utf8')) as T;

interface Review {
  readonly change: string;
  readonly why: string;
}

type Draft = Record<string, ReturnType<typeof JSON.parse>>;
function changed(document: Json, change: (copy: Draft) => void): Json {
  const copy: Draft = structuredClone(document);
  change(copy);
  return copy;
}

const releasedEvents = read<Json>('released/asyncapi.json');
const releasedApi = read<Json>('released/openapi.json');
const reviews = read<readonly Review[]>('reviewed-breaks.json');

const breaks = [
  ...eventChanges(releasedEvents, read<Json>('asyncapi.json')),
  ...httpChanges(releasedApi, read<Json>('openapi.json')),
];

describe('what others rely on', () => {
  it('breaks nothing of the last release that was not reviewed: write why into docs/api/reviewed-breaks.json', () => {
    expect(breaks.filter((change) => !reviews.some((review) => review.change === change))).toEqual([]);
  });

  it('has no review of a change that is not there', () => {
    expect(reviews.map(({ change }) => change).filter((change) => !breaks.includes(change))).toEqual([]);
    expect(reviews.filter(({ why }) => why.trim() === '')).toEqual([]);
  });

  it('was read whole', () => {
    expect(operationsOf(releasedApi).length).toBeGreaterThan(80);
    expect(Object.keys(objectAt(objectAt(releasedEvents, 'components'), 'messages')).length).toBeGreaterThan(30);
  });
});

describe('a change of the events', () => {
  const schemas = (copy: Draft): Draft => copy['components'].schemas;
  const found = (change: (copy: Draft) => void): string[] =>
    eventChanges(releasedEvents, changed(releasedEvents, change));

  it.each<[string, (copy: Draft) => void, string]>([
    ['loses an event', (copy) => delete copy['components'].messages['case.opened.v1'], 'event case.opened.v1: is gone'],
    [
      'gives an event another type',
      (copy) => (copy['components'].messages['case.opened.v1'].name = 'vn.motcua.case.begun.v1'),
      'event case.opened.v1: its type is vn.motcua.case.begun.v1 now',
    ],
    [
      'moves a topic',
      (copy) => (copy['channels'].officer.address = 'motcua.people'),
      'event officer.changed.v1: has moved from motcua.officer to motcua.people',
    ],
    [
      'no longer tells the whole state',
      (copy) => (copy['components'].messages['agency.changed.v1']['x-snapshot'] = false),
      'event agency.changed.v1: is no snapshot any more',
    ],
    [
      'loses a field',
      (copy) => delete schemas(copy)['CaseOpenedV1'].properties.code,
      'event case.opened.v1/code: is gone',
    ],
    [
      'loses a field of a shape within',
      (copy) => delete schemas(copy)['FeeLine'].properties.net,
      'event dossier.submitted.v1/feeLines/*/net: is gone',
    ],
    [
      'lets a field be null',
      (copy) => (schemas(copy)['CaseOpenedV1'].properties.code = { type: ['string', 'null'] }),
      'event case.opened.v1/code: may be null now',
    ],
    [
      'lets a shape be null',
      (copy) => {
        const { properties } = schemas(copy)['CaseStartedV1'];
        properties.officer = { oneOf: [properties.officer, { type: 'null' }] };
      },
      'event case.started.v1/officer: may be null now',
    ],
    [
      'lets a field be absent',
      (copy) => schemas(copy)['CaseOpenedV1'].required.pop(),
      'event case.opened.v1/agency: may be absent now',
    ],
    [
      'retypes a field',
      (copy) => (schemas(copy)['CaseOpenedV1'].properties.code = { type: 'integer' }),
      'event case.opened.v1/code: may be integer now',
    ],
    [
      'forgets a word',
      (copy) => schemas(copy)['DossierSubmittedV1'].properties.channel.enum.pop(),
      'event dossier.submitted.v1/channel: no longer knows post',
    ],
  ])('is found where it %s', (_, change, said) => {
    expect(found(change)).toContain(said);
  });

  it('is no break where a field, a word, an event or a required field is added', () => {
    const added = found((copy) => {
      schemas(copy)['CaseOpenedV1'].properties.later = { type: 'string' };
      schemas(copy)['CaseOpenedV1'].required.push('later');
      schemas(copy)['DossierSubmittedV1'].properties.channel.enum.push('fax');
      copy['components'].messages['case.reopened.v1'] = copy['components'].messages['case.opened.v1'];
    });
    expect(added).toEqual([]);
  });
});

describe('a change of the API', () => {
  const accept = '/intake/v1/dossiers/{id}/acceptance';
  const found = (change: (copy: Draft) => void): string[] => httpChanges(releasedApi, changed(releasedApi, change));
  const schema = (copy: Draft, name: string): Draft => copy['components'].schemas[name];

  it.each<[string, (copy: Draft) => void, string]>([
    ['loses an operation', (copy) => delete copy['paths'][accept].post, `POST ${accept}: is gone`],
    [
      'requires a header more',
      (copy) =>
        copy['paths'][accept].post.parameters.push({ name: 'X-Desk', in: 'header', required: true, schema: {} }),
      `POST ${accept}: requires header X-Desk now`,
    ],
    [
      'loses a parameter',
      (copy) => {
        const list = copy['paths']['/intake/v1/dossiers'].get;
        list.parameters = list.parameters.filter(({ name }: Draft) => name !== 'status');
      },
      'GET /intake/v1/dossiers: has no query status any more',
    ],
    [
      'asks for another scope',
      (copy) => (copy['paths'][accept].post['x-required-scope'] = 'case.work'),
      `POST ${accept}: requires the scope case.work, not dossier.receive`,
    ],
    [
      'requires a field of a body',
      (copy) => schema(copy, 'intake.RefuseDossierRequest').required.push('stamp'),
      'POST /intake/v1/dossiers/{id}/refusal body/stamp: is required now',
    ],
    [
      'loses a field of an answer',
      (copy) => delete schema(copy, 'intake.TrackingView').properties.status,
      'GET /intake/v1/tracking/{code} 200/status: is gone',
    ],
  ])('is found where it %s', (_, change, said) => {
    expect(found(change)).toContain(said);
  });

  it('is no break where an operation, an optional parameter or a field of an answer is added', () => {
    const added = found((copy) => {
      copy['paths']['/intake/v1/more'] = copy['paths'][accept];
      copy['paths'][accept].post.parameters.push({ name: 'X-Desk', in: 'header', schema: {} });
      schema(copy, 'intake.TrackingView').properties.more = { type: 'string' };
    });
    expect(added).toEqual([]);
  });
});
