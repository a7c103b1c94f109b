import { parseArgs } from 'node:util';
import { runConformance } from './run-conformance.js';

const USAGE = `npm run conformance:portal -- --url URL --destination CODE --username NAME --unit CODE [--procedure CODE --field CODE --agency CODE]

Tries the national portal at an address through all that the service national-portal needs of it, and says what does not
hold. The password is taken from MOTCUA_PORTAL_PASSWORD. It leaves records there: give it a test system.

  --url          base of the exchange adapter, below which mapi/login and mapi/g answer
  --procedure    a procedure (1.013225), --field a field (G17-XD01) and --agency an agency (H48.12) that the portal knows
  --timeout-ms   how long one call may take (60000)
`;

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    url: text,
    destination: text,
    username: text,
    unit: text,
    procedure: text,
    field: text,
    agency: text,
    'timeout-ms': text,
    help: { type: 'boolean' },
  },
});
const { url, destination, username, unit } = values;
const password = process.env['MOTCUA_PORTAL_PASSWORD'];
if (values.help || !url || !destination || !username || !unit || !password) {
  process.stderr.write(USAGE);
  process.exit(values.help ? 0 : 2);
}
const results = await runConformance(
  {
    url,
    destination,
    username,
    password,
    unit,
    procedure: values.procedure ?? '1.013225',
    field: values.field ?? 'G17-XD01',
    agency: values.agency ?? 'H48.12',
    timeoutMs: Number(values['timeout-ms'] ?? 60_000),
  },
  ({ title, fault }) => process.stdout.write(fault === null ? `ok    ${title}\n` : `FAIL  ${title}\n      ${fault}\n`),
);
const failed = results.filter(({ fault }) => fault !== null).length;
process.stdout.write(`\n${results.length - failed} hold, ${failed} do not\n`);
process.exit(failed === 0 ? 0 : 1);
