import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The path of a file from the repository's root, with slashes. */
export const pathInRepository = (filename) => relative(ROOT, filename).split(sep).join('/');

/**
 * Visitors that call `found` with each relative import of a file, as the path of the imported source from the repository's
 * root. Types count as well: who needs a type needs the file.
 */
export function onRelativeImports(context, found) {
  const file = pathInRepository(context.filename);
  const look = (source) => {
    if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
    found({ node: source, file, target: join(dirname(file), source.value).replace(/\.js$/, '.ts') });
  };
  return {
    ImportDeclaration: ({ source }) => look(source),
    ExportNamedDeclaration: ({ source }) => look(source),
    ExportAllDeclaration: ({ source }) => look(source),
    ImportExpression: ({ source }) => look(source),
    TSImportType: ({ source }) => look(source),
  };
}
