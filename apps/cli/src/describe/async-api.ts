import {
  ALL_CONTRACTS,
  type Comment,
  CONTRACTS_BY_PRODUCER,
  type Contract,
  jsonSchemaOf,
  sampleOf,
  shapesWithin,
} from '@motcua/contracts';
import { COMPACTED_TOPICS, consumedContracts, type ServiceDefinition } from '@motcua/platform';
import { EVENT_HEADERS } from './event-headers.js';

type Comments = ReadonlyMap<string, Comment>;

const nameOf = ({ type }: Contract): string => type.replace('vn.motcua.', '');
const channelOf = ({ topic }: Pick<Contract, 'topic'>): string => topic.replace('motcua.', '');
const byTopic = (contracts: readonly Contract[]): [string, Contract[]][] =>
  [...Map.groupBy(contracts, channelOf)].sort(([a], [b]) => (a < b ? -1 : 1));

const message = (contract: Contract, comments: Comments): object => ({
  name: contract.type,
  title: contract.name.replace(/V(\d+)$/, ' v$1'),
  summary: comments.get(contract.name)?.text,
  contentType: 'application/json',
  headers: { $ref: '#/components/schemas/CloudEventHeaders' },
  payload: { $ref: `#/components/schemas/${contract.name}` },
  bindings: { kafka: { key: { type: 'string', description: 'Id of the aggregate; the same as ce_subject' } } },
  examples: [{ name: 'sample', payload: sampleOf(contract) }],
  'x-snapshot': contract.snapshot === true,
});

const channels = (): object =>
  Object.fromEntries(
    byTopic(ALL_CONTRACTS).map(([channel, contracts]) => [
      channel,
      {
        address: contracts[0]?.topic,
        description: 'One aggregate, one key, in order: `ce_sequence` counts its events from 1.',
        messages: Object.fromEntries(
          contracts.map((contract) => [nameOf(contract), { $ref: `#/components/messages/${nameOf(contract)}` }]),
        ),
        bindings: {
          kafka: {
            topic: contracts[0]?.topic,
            topicConfiguration: {
              'cleanup.policy': [COMPACTED_TOPICS.has(contracts[0]?.topic ?? '') ? 'compact' : 'delete'],
            },
          },
        },
      },
    ]),
  );

const operations = (action: 'send' | 'receive', service: string, contracts: readonly Contract[]): [string, object][] =>
  byTopic(contracts).map(([channel, ofChannel]) => [
    `${service}.${action}.${channel}`,
    {
      action,
      channel: { $ref: `#/channels/${channel}` },
      summary: `The service ${service} ${action === 'send' ? 'publishes' : 'reacts to'} these.`,
      tags: [{ name: service }],
      messages: ofChannel.map((contract) => ({ $ref: `#/channels/${channel}/messages/${nameOf(contract)}` })),
    },
  ]);

/** The AsyncAPI 3 description of all events, made from the contracts and from what each service says it consumes. */
export function asyncApi(services: readonly ServiceDefinition[], comments: Comments): object {
  const shapes = new Set(ALL_CONTRACTS.flatMap((contract) => [contract, ...shapesWithin(contract)]));
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'motcua events',
      version: '1',
      description:
        'CloudEvents 1.0 on Apache Kafka, binary mode. Fields are only ever added within a version of a type; a consumer ignores those that it does not know. Every event stands alone.',
      license: { name: 'Apache-2.0' },
      tags: services.map(({ name, summary }) => ({ name, description: `${summary.vi} · ${summary.en}` })),
    },
    defaultContentType: 'application/json',
    channels: channels(),
    operations: Object.fromEntries([
      ...Object.entries(CONTRACTS_BY_PRODUCER).flatMap(([producer, contracts]) =>
        operations('send', producer, contracts),
      ),
      ...services.flatMap((service) => {
        const consumed = new Set(consumedContracts(service).map(({ type }) => type));
        return operations(
          'receive',
          service.name,
          ALL_CONTRACTS.filter(({ type }) => consumed.has(type)),
        );
      }),
    ]),
    components: {
      messages: Object.fromEntries(ALL_CONTRACTS.map((contract) => [nameOf(contract), message(contract, comments)])),
      schemas: {
        CloudEventHeaders: EVENT_HEADERS,
        ...Object.fromEntries(
          [...shapes]
            .sort((a, b) => (a.name < b.name ? -1 : 1))
            .map((shape) => [shape.name, jsonSchemaOf(shape, comments.get(shape.name))]),
        ),
      },
    },
  };
}
