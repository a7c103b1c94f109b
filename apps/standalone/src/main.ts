import { ConfigurationFaults } from '@motcua/platform';
import { CannotStart } from '@motcua/local-system';
import { showProgress, stopWhenTold } from '@motcua/terminal';
import { startStandalone } from './start-standalone.js';

const progress = showProgress('Starting');
const starting = startStandalone(process.env, progress.step).finally(progress.end);
stopWhenTold(starting);
try {
  const system = await starting;
  // The token command asks port 3000 unless it is told where the system is.
  const elsewhere = system.url === 'http://localhost:3000' ? '' : `MOTCUA_URL=${system.url} `;
  console.log(`
  Một cửa đang hoạt động · motcua is running
    API, docs    ${system.url}/docs
    Tracking     ${system.url}/tra-cuu
    Tokens       ${elsewhere}npm run --silent token -- citizen
    Data         ${system.folder.path}
  Ctrl-C stops it.
`);
} catch (error) {
  if (!(error instanceof CannotStart) && !(error instanceof ConfigurationFaults)) throw error;
  console.error(error.message);
  process.exit(1);
}
