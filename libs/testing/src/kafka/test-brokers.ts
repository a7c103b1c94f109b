/** Addresses of the test run's Kafka. */
export function testBrokers(): string {
  const brokers = process.env['MOTCUA_TEST_KAFKA_BROKERS'];
  if (!brokers)
    throw new Error('MOTCUA_TEST_KAFKA_BROKERS is not set: name the spec *.kafka.spec.ts, so that Jest starts Kafka');
  return brokers;
}
