import { ConfigurationFaults } from '@motcua/platform';
import { CannotStart } from './cannot-start.js';
import { showProgress } from './progress.js';
import { startStandalone } from './start-standalone.js';

const progress = showProgress('Starting');
try {
  const system = await startStandalone(process.env, progress.step);
  progress.end();
  console.log(`
  Một cửa đang chạy · motcua is running
    API, docs    ${system.url}/docs
    Tracking     ${system.url}/intake/v1/tracking/{code}
    Tokens       npm run --silent token -- citizen
    Data         ${system.folder.path}
  Ctrl-C stops it.
`);
  let stopping = false;
  const stop = (): void => {
    // A second Ctrl-C does not wait.
    if (stopping) process.exit(1);
    stopping = true;
    console.log('Stopping …');
    void system.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
} catch (error) {
  progress.end();
  if (!(error instanceof CannotStart) && !(error instanceof ConfigurationFaults)) throw error;
  console.error(error.message);
  process.exit(1);
}
