import { ConfigurationFaults } from '@motcua/platform/edge';
import { startGateway } from './start-gateway.js';

try {
  const gateway = await startGateway(process.env);
  const stop = (): void => void gateway.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop);
} catch (error) {
  if (!(error instanceof ConfigurationFaults)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
