import { parseArgs } from 'node:util';
import { DEVELOPMENT_CLIENT, PERSONA_GRANT, requestToken } from '@motcua/development-issuer';
import { showProgress } from '@motcua/terminal';
import { findFiles } from './find-files.js';
import { importFiles } from './import-files.js';
import { sayReport } from './say-report.js';

const USAGE = `Usage: npm run import -- [--dry-run] <file or folder …>

Sends procedures to the running server as drafts: the national portal's own forms (.json), or crawled text of which the
headline is taken (.json, .jsonl, .jsonl.gz, .csv).

  MOTCUA_URL     address of the server (http://localhost:3000)
  MOTCUA_TOKEN   token with the scope procedure.write; without it the development issuer is asked for one
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'dry-run': { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
});
const server = (process.env['MOTCUA_URL'] ?? `http://localhost:${process.env['PORT'] ?? '3000'}`).replace(/\/$/, '');
const dryRun = values['dry-run'];

if (values.help || positionals.length === 0) {
  (values.help ? process.stdout : process.stderr).write(USAGE);
  process.exit(values.help ? 0 : 2);
}
const progress = showProgress('Importing');
try {
  const { readable, others } = await findFiles(positionals);
  const token =
    process.env['MOTCUA_TOKEN'] ??
    (await requestToken(server, { grant_type: PERSONA_GRANT, client_id: DEVELOPMENT_CLIENT, persona: 'admin' }));
  process.stdout.write(
    sayReport(await importFiles({ server, token, dryRun }, readable, progress.step), others, dryRun),
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  progress.end();
}
