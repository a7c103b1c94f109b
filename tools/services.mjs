// What the workspace knows of its services, from the tags of their manifests: `service:<folder below apps/>`, `path:<first
// segment of its paths, and its schema>`, and `uses:<tag>` for what it may import beyond the shared packages (ADR 0007).
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Every service, by the name of its folder. */
export const SERVICES = globSync('apps/*/package.json', { cwd: root })
  .sort()
  .flatMap((manifest) => {
    const { tags } = JSON.parse(readFileSync(join(root, manifest), 'utf8')).nx;
    if (!tags.includes('type:service')) return [];
    const [path] = valuesOf(tags, 'path:');
    return [{ app: basename(dirname(manifest)), path, uses: valuesOf(tags, 'uses:') }];
  });

function valuesOf(tags, prefix) {
  return tags.filter((tag) => tag.startsWith(prefix)).map((tag) => tag.slice(prefix.length));
}
