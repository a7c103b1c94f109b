import { type Handler, SCOPES } from '@motcua/platform';
import Provider, { errors, type JWKS, type ResourceServer } from 'oidc-provider';
import { AGENCY_SYSTEM, DEVELOPMENT_CLIENT, NATIONAL_PORTAL, PERSONA_GRANT } from './clients.js';
import { loadPersonas, type Persona, scopeOf } from './personas.js';

interface IssuerOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWKS;
  readonly cookieKey: string;
  readonly agencySystemSecret: string;
  readonly nationalPortalSecret: string;
}

const claimsOf = ({ name, agency, roles, citizen_id }: Persona): Record<string, unknown> => ({
  name,
  roles,
  ...(agency !== null && { agency }),
  ...(citizen_id !== undefined && { citizen_id }),
});

/** An OpenID provider for development: real protocol, real keys, fictional people. */
export function createDevelopmentIssuer({
  issuer,
  audience,
  keys,
  cookieKey,
  agencySystemSecret,
  nationalPortalSecret,
}: IssuerOptions): Handler {
  const personas = new Map(loadPersonas().map((persona) => [persona.subject, persona]));
  const resourceServer: ResourceServer = {
    audience,
    scope: SCOPES.join(' '),
    accessTokenFormat: 'jwt',
    accessTokenTTL: 8 * 3600,
    jwt: { sign: { alg: 'RS256' } },
  } as unknown as ResourceServer;
  const provider = new Provider(issuer, {
    jwks: keys,
    cookies: { keys: [cookieKey] },
    scopes: ['openid', ...SCOPES],
    clients: [
      {
        client_id: DEVELOPMENT_CLIENT,
        token_endpoint_auth_method: 'none',
        grant_types: [PERSONA_GRANT],
        redirect_uris: [],
        response_types: [],
      },
      {
        client_id: AGENCY_SYSTEM,
        client_secret: agencySystemSecret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
      {
        client_id: NATIONAL_PORTAL,
        client_secret: nationalPortalSecret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resourceServer,
      },
    },
    ttl: { ClientCredentials: 8 * 3600, AccessToken: 8 * 3600 },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    extraTokenClaims: (_context, token) => {
      const subject = 'accountId' in token ? token.accountId : token.clientId;
      const persona = personas.get(subject ?? AGENCY_SYSTEM);
      return persona && claimsOf(persona);
    },
  });
  provider.registerGrantType(
    PERSONA_GRANT,
    async (context) => {
      const { client, params } = context.oidc;
      const persona = personas.get(String(params['persona']));
      if (!persona) throw new errors.InvalidGrant(`persona must be one of ${[...personas.keys()].join(', ')}`);
      const scope = scopeOf(persona);
      const token = new provider.AccessToken({
        accountId: persona.subject,
        client,
        scope,
        gty: 'persona',
        claims: {},
      } as never);
      token.resourceServer = new provider.ResourceServer(audience, resourceServer);
      context.body = { access_token: await token.save(), token_type: 'Bearer', expires_in: token.expiration, scope };
    },
    ['persona'],
    [],
  );
  const answer = provider.callback();
  return (request, response) => void answer(request, response);
}
