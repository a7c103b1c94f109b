import type { OpenAPIObject } from '@nestjs/swagger';

/** A service's own description, and the first segment of its paths. */
export interface DescribedService {
  readonly name: string;
  readonly openApi: OpenAPIObject;
}

const REFERENCE = '#/components/schemas/';

/** Schemas of different services may share a name; in the merged description each carries its service's. */
const qualified = (document: OpenAPIObject, service: string): OpenAPIObject =>
  JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' && value.startsWith(REFERENCE)
      ? `${REFERENCE}${service}.${value.slice(REFERENCE.length)}`
      : value,
  ) as OpenAPIObject;

/** One OpenAPI 3.1 description of all services. Health and metrics of each are left to its own description. */
export function mergeOpenApi(services: readonly DescribedService[], version: string): OpenAPIObject {
  const merged: OpenAPIObject = {
    openapi: '3.1.0',
    info: {
      title: 'motcua',
      version,
      description:
        'Hệ thống một cửa: thủ tục, tiếp nhận, xử lý, phí và thông báo. · The one-stop backend of a province: catalogue, intake, workflow, payment, notification.',
    },
    paths: {},
    tags: [],
    components: { schemas: {}, securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  };
  for (const { name, openApi } of services) {
    const document = qualified(openApi, name);
    for (const [path, item] of Object.entries(document.paths)) {
      if (!path.startsWith(`/${name}/v1/`)) continue;
      merged.paths[path] = item;
      for (const operation of Object.values(item as Record<string, { tags?: string[] }>)) operation.tags = [name];
    }
    const schemas = Object.entries(document.components?.schemas ?? {}).map(
      ([schema, content]) => [`${name}.${schema}`, content] as const,
    );
    Object.assign(merged.components?.schemas ?? {}, Object.fromEntries(schemas));
    merged.tags?.push({ name, description: openApi.info.description ?? '' });
  }
  return merged;
}
