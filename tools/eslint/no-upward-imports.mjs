import { dirname } from 'node:path/posix';
import { FLOORS, floorOf } from './floors.mjs';
import { onRelativeImports } from './relative-imports.mjs';

const within = (root, path) => (path.startsWith(`${root}/`) ? dirname(path.slice(root.length + 1)) : undefined);

/** Keeps the order of folders that `floors.mjs` states. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      upward: '{{from}} may not import {{to}}: only folders on lower floors (tools/eslint/floors.mjs).',
      unknown: 'The folder {{folder}} has no floor: give it a line in tools/eslint/floors.mjs.',
    },
  },
  create: (context) =>
    onRelativeImports(context, ({ node, file, target }) => {
      for (const [root, floors] of Object.entries(FLOORS)) {
        const [from, to] = [within(root, file), within(root, target)];
        if (from === undefined || to === undefined) continue;
        const [own, other] = [floorOf(floors, from), floorOf(floors, to)];
        for (const [place, folder] of [
          [own, from],
          [other, to],
        ])
          if (!place) context.report({ node, messageId: 'unknown', data: { folder } });
        if (own && other && own.name !== other.name && other.floor >= own.floor)
          context.report({ node, messageId: 'upward', data: { from: own.name, to: other.name } });
      }
    }),
};
