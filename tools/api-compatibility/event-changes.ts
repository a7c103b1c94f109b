import { type Json, objectAt, resolved } from './json.js';
import { schemaChanges } from './schema-changes.js';

const topicsOf = (document: Json): ReadonlyMap<string, string> =>
  new Map(
    Object.values(objectAt(document, 'channels')).flatMap((channel) =>
      Object.keys(objectAt(channel, 'messages')).map((name) => [
        name,
        String(objectAt({ channel }, 'channel')['address']),
      ]),
    ),
  );

/** What has changed in the events of an AsyncAPI description so that a consumer of before would stumble. */
export function eventChanges(before: Json, after: Json): string[] {
  const [old, now] = [before, after].map((one) => objectAt(objectAt(one, 'components'), 'messages')) as [Json, Json];
  const [topicsBefore, topicsAfter] = [topicsOf(before), topicsOf(after)];
  return Object.entries(old).flatMap(([name, message]) => {
    if (!(name in now)) return [`event ${name}: is gone`];
    const [a, b] = [resolved(before, message), resolved(after, now[name])];
    return [
      ...(topicsBefore.get(name) === topicsAfter.get(name)
        ? []
        : [`event ${name}: has moved from ${String(topicsBefore.get(name))} to ${String(topicsAfter.get(name))}`]),
      ...(a['name'] === b['name'] ? [] : [`event ${name}: its type is ${String(b['name'])} now`]),
      ...(a['x-snapshot'] === true && b['x-snapshot'] !== true ? [`event ${name}: is no snapshot any more`] : []),
      ...schemaChanges({ before, after }, [a['payload'], b['payload']], 'told', `event ${name}`),
    ];
  });
}
