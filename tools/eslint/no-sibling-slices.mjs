import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { onRelativeImports } from './relative-imports.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ENTRANCE = /\.(controller|consumer)\.ts$/;
/** What puts a service together names every slice. */
const ASSEMBLY = /\.(module|definition)\.ts$|^index\.ts$/;

const known = new Map();

/** A folder of a service into which requests or events come. */
function isSlice(folder) {
  if (!known.has(folder)) {
    let names = [];
    try {
      names = readdirSync(`${ROOT}${folder}`);
    } catch {
      // A planted file may import what is not there: then it is no slice.
    }
    known.set(
      folder,
      names.some((name) => ENTRANCE.test(name)),
    );
  }
  return known.get(folder);
}

/** A slice is one thing that somebody does: what two slices share belongs into a folder of its own, not into one of them. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      sibling:
        '{{to}} is a slice (it has a controller or consumer): move what others need into a shared folder of the service.',
    },
  },
  create: (context) =>
    onRelativeImports(context, ({ node, file, target }) => {
      const [from, to] = [dirname(file), dirname(target)];
      if (!/^apps\/[^/]+\/src\//.test(`${to}/`) || to.endsWith('/src') || ASSEMBLY.test(basename(file))) return;
      if (from !== to && !from.startsWith(`${to}/`) && isSlice(to))
        context.report({ node, messageId: 'sibling', data: { to: basename(to) } });
    }),
};
