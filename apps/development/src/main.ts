import { ConfigurationFaults } from '@motcua/platform';
import { startDevelopment } from './start-development.js';

try {
  const development = await startDevelopment(process.env);
  console.log(`Development issuer on ${development.url}/issuer`);
  const stop = (): void => void development.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop);
} catch (error) {
  if (!(error instanceof ConfigurationFaults)) throw error;
  console.error(error.message);
  process.exit(1);
}
