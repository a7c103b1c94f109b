import { isObject, type Json, objectAt, resolved } from './json.js';
import { type Documents, schemaChanges } from './schema-changes.js';

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

function parametersOf(document: Json, operation: Json): ReadonlyMap<string, Json> {
  const all = Array.isArray(operation['parameters']) ? (operation['parameters'] as unknown[]) : [];
  return new Map(
    all.map((one) => {
      const parameter = resolved(document, one);
      return [`${String(parameter['in'])} ${String(parameter['name'])}`, parameter];
    }),
  );
}

function parameterChanges({ before, after }: Documents, [old, now]: readonly [Json, Json], at: string): string[] {
  const [a, b] = [parametersOf(before, old), parametersOf(after, now)];
  return [
    ...[...a].flatMap(([name, parameter]) => {
      const later = b.get(name);
      if (!later) return [`${at}: has no ${name} any more`];
      return schemaChanges({ before, after }, [parameter['schema'], later['schema']], 'asked', `${at} ${name}`);
    }),
    ...[...b].flatMap(([name, parameter]) =>
      parameter['required'] === true && a.get(name)?.['required'] !== true ? [`${at}: requires ${name} now`] : [],
    ),
  ];
}

const contentChanges = (
  documents: Documents,
  [old, now]: readonly [Json, Json],
  side: 'told' | 'asked',
  at: string,
): string[] =>
  Object.entries(objectAt(old, 'content')).flatMap(([media, content]) => {
    const later = objectAt(now, 'content')[media];
    if (later === undefined) return [`${at}: no longer ${side === 'told' ? 'answers' : 'takes'} ${media}`];
    if (!isObject(content) || !isObject(later)) return [];
    return schemaChanges(documents, [content['schema'], later['schema']], side, at);
  });

function operationChanges(documents: Documents, [old, now]: readonly [Json, Json], at: string): string[] {
  const [answersBefore, answersAfter] = [objectAt(old, 'responses'), objectAt(now, 'responses')];
  const bodies = [objectAt(old, 'requestBody'), objectAt(now, 'requestBody')] as const;
  return [
    ...parameterChanges(documents, [old, now], at),
    ...(old['x-required-scope'] === now['x-required-scope']
      ? []
      : [`${at}: requires the scope ${String(now['x-required-scope'])}, not ${String(old['x-required-scope'])}`]),
    ...(bodies[1]['required'] === true && bodies[0]['required'] !== true ? [`${at}: requires a body now`] : []),
    ...contentChanges(documents, bodies, 'asked', `${at} body`),
    ...Object.keys(answersBefore)
      .filter((status) => /^2/.test(status))
      .flatMap((status) =>
        status in answersAfter
          ? contentChanges(
              documents,
              [objectAt(answersBefore, status), objectAt(answersAfter, status)],
              'told',
              `${at} ${status}`,
            )
          : [`${at}: no longer answers ${status}`],
      ),
  ];
}

/** What has changed in an OpenAPI description so that a client of before would stumble. */
export function httpChanges(before: Json, after: Json): string[] {
  const [old, now] = [objectAt(before, 'paths'), objectAt(after, 'paths')];
  return Object.keys(old).flatMap((path) =>
    METHODS.flatMap((method) => {
      const [a, b] = [objectAt(old, path)[method], objectAt(now, path)[method]];
      const at = `${method.toUpperCase()} ${path}`;
      if (!isObject(a)) return [];
      return isObject(b) ? operationChanges({ before, after }, [a, b], at) : [`${at}: is gone`];
    }),
  );
}

/** Names of all operations, so that a description that says nothing is noticed. */
export const operationsOf = (document: Json): string[] =>
  Object.entries(objectAt(document, 'paths')).flatMap(([path, item]) =>
    METHODS.filter((method) => isObject(objectAt({ item }, 'item')[method])).map((method) => `${method} ${path}`),
  );
