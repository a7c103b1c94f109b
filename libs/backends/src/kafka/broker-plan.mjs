// What a broker that serves one machine is told, wherever it runs: quick groups, no topic that nobody declared, and a listener for each way in
// which a client may come: plain, with a certificate of its own, and with a password over TLS and without.
import { randomBytes } from 'node:crypto';
import { certificates } from './certificates.mjs';

export const SASL = { username: 'motcua', password: 'password-of-the-test-run' };

const SETTINGS = {
  'auto.create.topics.enable': 'false',
  'group.initial.rebalance.delay.ms': '0',
  'group.min.session.timeout.ms': '100',
  'log.retention.check.interval.ms': '3600000',
  'num.partitions': '1',
  'offsets.topic.num.partitions': '4',
  'offsets.topic.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'transaction.state.log.replication.factor': '1',
};
const MODULES = 'org.apache.kafka.common.security';
const JAAS = {
  plain: `${MODULES}.plain.PlainLoginModule required user_${SASL.username}="${SASL.password}";`,
  'scram-sha-256': `${MODULES}.scram.ScramLoginModule required;`,
  'scram-sha-512': `${MODULES}.scram.ScramLoginModule required;`,
};

/**
 * @param folder where the broker finds the files
 * @param data where it keeps its log
 * @param bind address on which it listens
 * @param listeners further plain ones, for clients that come by a way of their own: name, port, advertised `host:port`
 * @param ports a free port for each of PLAINTEXT, SSL, SASL_SSL, SASL_PLAINTEXT and CONTROLLER
 */
export function brokerPlan({ folder, data, bind, ports: { CONTROLLER, ...ports }, listeners: more = [] }) {
  const wrong = more.find(({ name }) => !/^[A-Z]{1,40}$/.test(name));
  if (wrong) throw new TypeError(`a listener's name has capital letters only, not ${wrong.name}`);
  const { ca, server, client } = certificates();
  const listeners = (host) => Object.entries(ports).map(([protocol, port]) => `${protocol}://${host}:${port}`);
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${CONTROLLER}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    listeners: [
      ...listeners(bind),
      ...more.map(({ name, port }) => `${name}://${bind}:${port}`),
      `CONTROLLER://127.0.0.1:${CONTROLLER}`,
    ].join(','),
    'advertised.listeners': [
      ...listeners('127.0.0.1'),
      ...more.map(({ name, advertised }) => `${name}://${advertised}`),
    ].join(','),
    'listener.security.protocol.map': [
      'CONTROLLER:PLAINTEXT',
      ...Object.keys(ports).map((name) => `${name}:${name}`),
      ...more.map(({ name }) => `${name}:PLAINTEXT`),
    ].join(','),
    'log.dirs': data,
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': `${folder}/server.pem`,
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': `${folder}/ca.pem`,
    'listener.name.ssl.ssl.client.auth': 'required',
    'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512',
    ...Object.fromEntries(
      ['sasl_ssl', 'sasl_plaintext'].flatMap((listener) =>
        Object.entries(JAAS).map(([mechanism, module]) => [
          `listener.name.${listener}.${mechanism}.sasl.jaas.config`,
          module,
        ]),
      ),
    ),
    ...SETTINGS,
  };
  const scram = ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap((mechanism) => [
    '--add-scram',
    `${mechanism}=[name=${SASL.username},password=${SASL.password}]`,
  ]);
  return {
    files: {
      'server.properties': Object.entries(properties)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
      'server.pem': server,
      'ca.pem': ca,
    },
    /** Arguments of kafka.tools.StorageTool. The id in one word with its option: it may begin with a dash. */
    format: [
      'format',
      `--cluster-id=${randomBytes(16).toString('base64url')}`,
      '-c',
      `${folder}/server.properties`,
      ...scram,
    ],
    brokers: `127.0.0.1:${ports.PLAINTEXT}`,
    secure: {
      ca,
      client,
      ...SASL,
      SSL: `127.0.0.1:${ports.SSL}`,
      SASL_SSL: `127.0.0.1:${ports.SASL_SSL}`,
      SASL_PLAINTEXT: `127.0.0.1:${ports.SASL_PLAINTEXT}`,
    },
  };
}

export const PORTS = ['PLAINTEXT', 'SSL', 'SASL_SSL', 'SASL_PLAINTEXT', 'CONTROLLER'];
