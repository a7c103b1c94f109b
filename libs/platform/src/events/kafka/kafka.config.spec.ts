import { ConfigurationFaults, loadConfig } from '../../config/load-config.js';
import { KafkaConfig } from './kafka.config.js';

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig(KafkaConfig, environment);
  } catch (error) {
    if (error instanceof ConfigurationFaults) return error.faults;
    throw error;
  }
  return [];
}
const BROKERS = { MOTCUA_KAFKA_BROKERS: 'a.example:9092,b.example:9093' };

describe('the settings of Kafka', () => {
  it('need nothing but the brokers', () => {
    expect(faultsOf(BROKERS)).toEqual([]);
    expect(faultsOf({})).toEqual([expect.stringMatching(/^MOTCUA_KAFKA_BROKERS must be host:port/)]);
  });

  it('are refused all at once', () => {
    const faults = faultsOf({
      MOTCUA_KAFKA_BROKERS: 'a.example',
      MOTCUA_KAFKA_TLS: 'perhaps',
      MOTCUA_KAFKA_TLS_CA: '/nowhere/ca.pem',
      MOTCUA_KAFKA_SASL_MECHANISM: 'gssapi',
      MOTCUA_KAFKA_SASL_USERNAME: 'motcua',
      MOTCUA_KAFKA_SESSION_MS: 'long',
    });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'MOTCUA_KAFKA_BROKERS',
      'MOTCUA_KAFKA_TLS',
      'MOTCUA_KAFKA_TLS_CA',
      'MOTCUA_KAFKA_SASL_MECHANISM',
      'MOTCUA_KAFKA_SASL_PASSWORD',
      'MOTCUA_KAFKA_SESSION_MS',
    ]);
  });

  it('take user and password with a mechanism only, and a mechanism with both only', () => {
    const sasl = { MOTCUA_KAFKA_SASL_USERNAME: 'motcua', MOTCUA_KAFKA_SASL_PASSWORD: 'secret' };
    expect(faultsOf({ ...BROKERS, ...sasl })).toEqual([
      expect.stringMatching(/^MOTCUA_KAFKA_SASL_USERNAME must not be given without MOTCUA_KAFKA_SASL_MECHANISM/),
      expect.stringMatching(/^MOTCUA_KAFKA_SASL_PASSWORD must not be given without MOTCUA_KAFKA_SASL_MECHANISM/),
    ]);
    for (const mechanism of ['plain', 'scram-sha-256', 'scram-sha-512'])
      expect(faultsOf({ ...BROKERS, ...sasl, MOTCUA_KAFKA_SASL_MECHANISM: mechanism })).toEqual([]);
  });

  it('do not let a certificate lie unused, nor a key without its certificate', () => {
    const file = process.execPath;
    expect(faultsOf({ ...BROKERS, MOTCUA_KAFKA_TLS_CA: file })).toEqual([
      expect.stringMatching(/^MOTCUA_KAFKA_TLS_CA must not be given without MOTCUA_KAFKA_TLS=true/),
    ]);
    expect(faultsOf({ ...BROKERS, MOTCUA_KAFKA_TLS: 'true', MOTCUA_KAFKA_TLS_KEY: file })).toEqual([
      expect.stringMatching(/^MOTCUA_KAFKA_TLS_KEY must not be given without MOTCUA_KAFKA_TLS_CERT/),
    ]);
    expect(faultsOf({ ...BROKERS, MOTCUA_KAFKA_TLS: 'true', MOTCUA_KAFKA_TLS_CA: file })).toEqual([]);
  });
});
