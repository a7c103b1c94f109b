import { DEVELOPMENT_CLIENT, PERSONA_GRANT, requestToken } from '@motcua/development-issuer';
import { fillWorkflow } from '@motcua/workflow-seed';

// Registers the seed's officers and process definitions with a development system that runs at MOTCUA_URL; known ones are left alone.
const server = process.env['MOTCUA_URL'] ?? 'http://localhost:3000';
try {
  const form = { grant_type: PERSONA_GRANT, client_id: DEVELOPMENT_CLIENT, persona: 'admin' };
  await fillWorkflow(server, await requestToken(server, form));
  console.log('The officers and processes of the seed are there');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
