import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** All files that are or could be committed, in a folder of their own, beside the same packages: nothing is changed here. */
export class CopyOfSource {
  constructor(root, path) {
    this.root = root;
    this.path = path;
  }

  static async of(root) {
    const path = await mkdtemp(join(tmpdir(), 'motcua-mutants-'));
    await chmod(path, 0o755);
    const copy = new CopyOfSource(root, path);
    const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
    });
    for (const file of stdout.split('\0').filter((name) => name !== '')) {
      await mkdir(dirname(join(path, file)), { recursive: true });
      // A file that was deleted and not yet committed is named, too.
      await cp(join(root, file), join(path, file)).catch((error) => {
        if (error.code !== 'ENOENT') throw error;
      });
    }
    // The workspace's own packages are links from there to here, and must lead to the copy.
    await mkdir(join(path, 'node_modules'));
    for (const entry of await readdir(join(root, 'node_modules'))) {
      if (entry === '@motcua')
        await cp(join(root, 'node_modules', entry), join(path, 'node_modules', entry), {
          recursive: true,
          verbatimSymlinks: true,
        });
      else await symlink(join(root, 'node_modules', entry), join(path, 'node_modules', entry));
    }
    return copy;
  }

  /** Changes the copy; answers what puts it back. @throws Error when a patch does not apply exactly once */
  async patch(patches) {
    const before = new Map();
    for (const { file, find, replace } of patches) {
      const text = await readFile(join(this.path, file), 'utf8');
      if (!before.has(file)) before.set(file, text);
      await writeFile(join(this.path, file), applied(text, { file, find, replace }));
    }
    return async () => {
      for (const [file, text] of before) await writeFile(join(this.path, file), text);
    };
  }

  remove() {
    return rm(this.path, { recursive: true, force: true });
  }
}

/** The text with the patch. @throws Error when it does not apply exactly once */
export function applied(text, { file, find, replace }) {
  const times = text.split(find).length - 1;
  if (times !== 1) throw new Error(`the patch of ${file} applies ${times} times: ${find}`);
  return text.replace(find, () => replace);
}
