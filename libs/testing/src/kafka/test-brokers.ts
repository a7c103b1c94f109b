/** Addresses of the test run's Kafka. */
export function testBrokers(): string {
  const brokers = process.env['MOTCUA_TEST_KAFKA_BROKERS'];
  if (!brokers)
    throw new Error('MOTCUA_TEST_KAFKA_BROKERS is not set: name the spec *.kafka.spec.ts, so that Jest starts Kafka');
  return brokers;
}

/** How the test run's Kafka is reached with TLS and SASL, and with what: PEM texts and addresses. */
interface SecureBrokers {
  /** Certificate of the authority that vouches for brokers and clients. */
  readonly ca: string;
  readonly client: { readonly key: string; readonly certificate: string };
  readonly username: string;
  readonly password: string;
  /** Asks for a client's certificate. */
  readonly SSL: string;
  readonly SASL_SSL: string;
  readonly SASL_PLAINTEXT: string;
}

/** Only of brokers that the test run started itself; where `KAFKA_BROKERS` gives others, Jest leaves such specs out. */
export function secureTestBrokers(): SecureBrokers {
  const secure = process.env['MOTCUA_TEST_KAFKA_SECURE'];
  if (!secure) throw new Error('MOTCUA_TEST_KAFKA_SECURE is not set: the brokers of KAFKA_BROKERS are not ours');
  return JSON.parse(secure) as SecureBrokers;
}
