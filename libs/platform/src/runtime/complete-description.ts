import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];

const PROBLEM = 'Problem';
const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

const problemSchema = {
  type: 'object',
  description: 'RFC 9457. What was refused and why, and what can be done about it.',
  required: ['type', 'title', 'status', 'code', 'traceId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string', description: 'In the language of Accept-Language: Vietnamese or English' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable, such as DOSSIER.ACTION_NOT_ALLOWED' },
    detail: { type: 'string' },
    traceId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer into the body, or /name of a parameter' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
  },
};

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Unique to this request, such as a UUID: the same key again gets the same answer, and does nothing twice',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const named = (parameter: Parameter): { name: string; in: string } => parameter as { name: string; in: string };

function completeOperation(operation: Operation, method: (typeof METHODS)[number], path: string): void {
  // Any language is welcome, on every address: not worth a parameter on each.
  const parameters = (operation.parameters ?? []).filter(
    (parameter) => named(parameter).name.toLowerCase() !== 'accept-language',
  );
  for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) {
    if (!parameters.some((parameter) => named(parameter).name === name && named(parameter).in === 'path')) {
      parameters.push({ name, in: 'path', required: true, schema: { type: 'string' } });
    }
  }
  const keyless = 'x-without-idempotency-key' in operation;
  if (method === 'post' && !keyless) parameters.push(idempotencyKey);
  operation.parameters = parameters;
  operation.responses = {
    ...operation.responses,
    default: {
      description: 'A problem',
      content: { 'application/problem+json': { schema: { $ref: `#/components/schemas/${PROBLEM}` } } },
    },
  };
  if (operation.security)
    operation.security = [...new Map(operation.security.map((one) => [JSON.stringify(one), one])).values()];
}

/** Adds what holds for every operation and no decorator says: the problem, the idempotency key, parameters of the path. */
export function completeDescription(document: OpenAPIObject): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) completeOperation(operation, method, path);
    }
  }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, [PROBLEM]: problemSchema as never },
  };
  return document;
}
