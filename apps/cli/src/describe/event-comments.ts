import { glob, readFile } from 'node:fs/promises';
import type { Comment } from '@motcua/contracts';
import ts from 'typescript';

function commentOf(node: ts.Node): string | undefined {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return ts.getTextOfJSDocComment(comment?.comment)?.replace(/\s+/g, ' ').trim();
}

/** What the contracts' own sources say in words, by the name of the class: nobody has to write it twice. */
export async function readEventComments(folder: string): Promise<ReadonlyMap<string, Comment>> {
  const comments = new Map<string, Comment>();
  for await (const file of glob('**/*.ts', { cwd: folder })) {
    const source = ts.createSourceFile(file, await readFile(`${folder}/${file}`, 'utf8'), ts.ScriptTarget.Latest, true);
    for (const declaration of source.statements.filter(ts.isClassDeclaration)) {
      const fields = declaration.members.filter(ts.isPropertyDeclaration).flatMap((member) => {
        const text = commentOf(member);
        return text === undefined ? [] : [[member.name.getText(source), text] as const];
      });
      comments.set(declaration.name?.text ?? '', { text: commentOf(declaration), fields: Object.fromEntries(fields) });
    }
  }
  return comments;
}
