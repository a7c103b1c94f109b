import { DEVELOPMENT_CLIENT, loadPersonas, PERSONA_GRANT, requestToken } from '@motcua/development-issuer';

const [persona] = process.argv.slice(2);
const server = process.env['MOTCUA_URL'] ?? `http://localhost:${process.env['PORT'] ?? '3000'}`;
const known = [...new Set([...loadPersonas().map(({ subject }) => subject)])];

if (persona === undefined || !known.includes(persona)) {
  console.error(`Usage: npm run --silent token -- <persona>\nPersonas: ${known.join(', ')}`);
  process.exit(2);
}
try {
  console.log(await requestToken(server, { grant_type: PERSONA_GRANT, client_id: DEVELOPMENT_CLIENT, persona }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
