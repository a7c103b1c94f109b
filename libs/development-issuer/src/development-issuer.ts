import { type Handler, SCOPES } from '@motcua/platform';
import { IDENTITY_TYPES } from '@motcua/kernel';
import Provider, { errors, type JWKS, type ResourceServer } from 'oidc-provider';
import { AGENCY_SYSTEM, DEVELOPMENT_CLIENT, NATIONAL_PORTAL, PERSONA_GRANT, REPRESENTS } from './clients.js';
import { loadPersonas, type Persona, scopeOf } from './personas.js';

interface IssuerOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWKS;
  readonly cookieKey: string;
  readonly agencySystemSecret: string;
  readonly nationalPortalSecret: string;
}

const claimsOf = ({ name, agency, roles, ...identities }: Persona): Record<string, unknown> => ({
  name,
  roles,
  ...(agency !== null && { agency }),
  ...identities,
});

/** `represents=taxCode:0000000017 taxCode:…`: for whom the persona acts by this token, in place of the persona's own. */
function representedIn(params: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> {
  const asked = params?.[REPRESENTS];
  if (typeof asked !== 'string') return {};
  const represents = asked.split(' ').map((identity) => {
    const [type = '', ...number] = identity.split(':');
    const known = IDENTITY_TYPES.find((one) => one === type);
    if (!known)
      throw new errors.InvalidGrant(`${REPRESENTS} must be type:number, with a type of ${IDENTITY_TYPES.join(', ')}`);
    return { type: known, number: number.join(':') };
  });
  return { represents };
}

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
    extraTokenClaims: (context, token) => {
      const subject = 'accountId' in token ? token.accountId : token.clientId;
      const persona = personas.get(subject ?? AGENCY_SYSTEM);
      return persona && { ...claimsOf(persona), ...representedIn(context.oidc.params) };
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
    ['persona', REPRESENTS],
    [],
  );
  const answer = provider.callback();
  return (request, response) => void answer(request, response);
}
