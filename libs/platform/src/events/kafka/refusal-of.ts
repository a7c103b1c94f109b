import { ConfigurationFaults } from '../../config/load-config.js';

/** What a broker's refusal says of the settings; undefined where the brokers are merely away. */
export function refusalOf(error: unknown): ConfigurationFaults | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'KafkaJSSASLAuthenticationError')
    return new ConfigurationFaults([
      `MOTCUA_KAFKA_SASL_USERNAME and MOTCUA_KAFKA_SASL_PASSWORD are refused by the brokers: ${error.message}`,
    ]);
  if (/certificate/i.test(error.message))
    return new ConfigurationFaults([
      `MOTCUA_KAFKA_TLS_CA, MOTCUA_KAFKA_TLS_CERT or MOTCUA_KAFKA_TLS_KEY do not fit the brokers: ${error.message}`,
    ]);
  return undefined;
}
