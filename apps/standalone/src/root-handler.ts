import type { ServerResponse } from 'node:http';
import type { Handler, ServiceApp } from '@motcua/platform';
import { docsPage, landingPage, mergeOpenApi } from '@motcua/gateway';

const send = (response: ServerResponse, status: number, type: string, body: string): void =>
  void response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);

async function readiness(apps: readonly ServiceApp[]): Promise<{ ready: boolean; services: Record<string, unknown> }> {
  const answers = await Promise.all(
    apps.map(async ({ definition, nest }) => {
      const reply = await nest.inject({ method: 'GET', url: `/${definition.name}/health/ready` });
      return [definition.name, reply.json<unknown>(), reply.statusCode === 200] as const;
    }),
  );
  return {
    ready: answers.every(([, , ready]) => ready),
    services: Object.fromEntries(answers.map(([name, answer]) => [name, answer])),
  };
}

/** What the one address answers besides the services: an entry page, the merged description, and the health of all. */
export function rootHandler(
  apps: readonly ServiceApp[],
  version: string,
  mounted: ReadonlyMap<string, Handler>,
): Handler {
  const services = () => apps.map(({ definition: { name }, openApi }) => ({ name, openApi }));
  let description: string | undefined;
  const pages: Readonly<Record<string, (response: ServerResponse) => void>> = {
    '/': (response) => send(response, 200, 'text/html', landingPage(services())),
    '/docs': (response) => send(response, 200, 'text/html', docsPage()),
    '/openapi.json': (response) => {
      description ??= JSON.stringify(mergeOpenApi(services(), version), null, 2);
      send(response, 200, 'application/json', description);
    },
    '/health/live': (response) => send(response, 200, 'application/json', '{"status":"ok"}'),
    '/health/ready': (response) =>
      void readiness(apps).then(
        ({ ready, services }) =>
          send(
            response,
            ready ? 200 : 503,
            'application/json',
            JSON.stringify({ status: ready ? 'ok' : 'unavailable', services }),
          ),
        () => send(response, 503, 'application/json', '{"status":"unavailable"}'),
      ),
  };
  return (request, response) => {
    const url = request.url ?? '/';
    const [, first = ''] = /^\/([^/?]*)/.exec(url) ?? [];
    const mount = mounted.get(first);
    if (mount) return mount(request, response);
    const answer = pages[url.replace(/\?.*$/, '').replace(/(?<=.)\/$/, '')];
    if (answer && (request.method === 'GET' || request.method === 'HEAD')) return answer(response);
    const problem = {
      type: 'https://motcua.example/problems/request-route-unknown',
      title: 'Không có địa chỉ này',
      status: 404,
      code: 'REQUEST.ROUTE_UNKNOWN',
    };
    return send(response, 404, 'application/problem+json', JSON.stringify(problem));
  };
}
