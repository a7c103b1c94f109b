import { DEVELOPMENT_CLIENT, PERSONA_GRANT } from '../development-issuer/clients.js';
import { requestToken } from '../token/request-token.js';
import { registerOfficers } from './register-officers.js';

// Registers the seed's officers with a development system that runs at MOTCUA_URL; known ones are left alone.
const server = process.env['MOTCUA_URL'] ?? 'http://localhost:3000';
try {
  const form = { grant_type: PERSONA_GRANT, client_id: DEVELOPMENT_CLIENT, persona: 'admin' };
  await registerOfficers(server, await requestToken(server, form));
  console.log('The officers of the seed are registered');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
