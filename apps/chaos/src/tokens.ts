import { DEVELOPMENT_CLIENT, PERSONA_GRANT, requestToken } from '@motcua/development-issuer';

/** Tokens of the development issuer, one for each persona. */
export function tokenOf(server: string): (persona: string) => Promise<string> {
  const tokens = new Map<string, Promise<string>>();
  return (persona) => {
    const form = { grant_type: PERSONA_GRANT, client_id: DEVELOPMENT_CLIENT, persona };
    const token = tokens.get(persona) ?? requestToken(server, form);
    tokens.set(persona, token);
    return token;
  };
}
