import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { ALL_CONTRACTS } from '@motcua/contracts';
import { SERVICES } from '@motcua/local-system';
import { asyncApi } from './async-api.js';
import { readEventComments } from './event-comments.js';

const contracts = fileURLToPath(new URL('../../../../libs/contracts/src', import.meta.url));
const committed = new URL('../../../../docs/api/asyncapi.json', import.meta.url);
const specification = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0.json') as object;

interface Described {
  readonly components: { readonly messages: Record<string, { name: string; summary?: string; examples: unknown[] }> };
  readonly operations: Record<string, { action: string; messages: { $ref: string }[] }>;
}

describe('the AsyncAPI description', () => {
  let described: Described;
  beforeAll(async () => {
    described = asyncApi(SERVICES, await readEventComments(contracts)) as Described;
  });

  it('is valid by the specification of AsyncAPI 3', () => {
    const ajv = new Ajv({ strict: false, allErrors: true, meta: false, validateSchema: false });
    addFormats.default(ajv);
    const valid = ajv.compile(specification);
    const plain: unknown = JSON.parse(JSON.stringify(described));
    expect([valid(plain), valid.errors]).toEqual([true, null]);
    expect(valid({ ...(plain as object), channels: { case: { adress: 'motcua.case' } } })).toBe(false);
  });

  it('has each event with a sample and the sentence of its contract', () => {
    const messages = Object.values(described.components.messages);
    expect(messages.map(({ name }) => name).sort()).toEqual(ALL_CONTRACTS.map(({ type }) => type).sort());
    expect(messages.filter(({ summary, examples }) => !summary || examples.length !== 1)).toEqual([]);
  });

  it('says of each event who publishes it, once, and who reacts to it', () => {
    const senders = Object.entries(described.operations).flatMap(([name, { action, messages }]) =>
      action === 'send' ? messages.map(({ $ref }) => [$ref.split('/').at(-1), name.split('.')[0]]) : [],
    );
    expect(senders.length).toBe(ALL_CONTRACTS.length);
    expect(senders).toContainEqual(['dossier.accepted.v1', 'intake']);
    const heard = described.operations['workflow.receive.dossier']?.messages.map(({ $ref }) => $ref.split('/').at(-1));
    expect(heard).toContain('dossier.accepted.v1');
  });

  it('is committed as it is made', () => {
    expect(JSON.parse(readFileSync(committed, 'utf8'))).toEqual(JSON.parse(JSON.stringify(described)));
  });
});
