import type { DescribedService } from './merge-open-api.js';

const page = (title: string, head: string, body: string): string => `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>${head}</head>
<body>${body}</body>
</html>`;

/** The merged description in a browser. The viewer's files are those that each service serves with its own. */
export const docsPage = (): string =>
  page(
    'motcua – API',
    '<link rel="stylesheet" href="/catalogue/docs/swagger-ui.css">',
    `<div id="ui"></div>
<script src="/catalogue/docs/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: '/openapi.json', dom_id: '#ui', deepLinking: true, docExpansion: 'none', filter: true, tagsSorter: 'alpha' })</script>`,
  );

const entry = ({ name, openApi: { info } }: DescribedService): string =>
  `<li><a href="/${name}/docs">${info.title}</a> – ${info.description ?? ''} (<a href="/${name}/health/ready">health</a>)</li>`;

/** What somebody sees who opens the address in a browser. */
export const landingPage = (services: readonly DescribedService[]): string =>
  page(
    'Một cửa',
    '<style>body{font:16px/1.5 system-ui;max-width:44rem;margin:3rem auto;padding:0 1rem}code{background:#eee;padding:0 .3em}</style>',
    `<h1>Một cửa</h1>
<p>Hệ thống giải quyết thủ tục hành chính đang hoạt động. · The one-stop system is running.</p>
<ul>
<li><a href="/docs">Tài liệu API · API documentation</a> (<a href="/openapi.json">OpenAPI 3.1</a>)</li>
<li><a href="/tra-cuu">Tra cứu hồ sơ · tracking</a> (JSON: <code>/intake/v1/tracking/{mã hồ sơ}</code>)</li>
<li><a href="/bien-lai">Tra cứu biên lai · receipts</a> (JSON: <code>/payment/v1/receipt-lookup/{mã tra cứu}</code>)</li>
${services.map(entry).join('\n')}
</ul>`,
  );
