import { parseArgs } from 'node:util';
import { DEVELOPMENT_CLIENT, loadPersonas, PERSONA_GRANT, REPRESENTS, requestToken } from '@motcua/development-issuer';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { represents: { type: 'string', multiple: true } },
});
const [persona] = positionals;
const server = process.env['MOTCUA_URL'] ?? `http://localhost:${process.env['PORT'] ?? '3000'}`;
const known = [...new Set([...loadPersonas().map(({ subject }) => subject)])];

if (persona === undefined || !known.includes(persona)) {
  console.error(
    `Usage: npm run --silent token -- <persona> [--represents taxCode:0000000017]\nPersonas: ${known.join(', ')}`,
  );
  process.exit(2);
}
try {
  console.log(
    await requestToken(server, {
      grant_type: PERSONA_GRANT,
      client_id: DEVELOPMENT_CLIENT,
      persona,
      ...(values.represents && { [REPRESENTS]: values.represents.join(' ') }),
    }),
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
