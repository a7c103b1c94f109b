import { once } from 'node:events';
import { rm } from 'node:fs/promises';

export default async function stopTestS3() {
  const { child, folders = [] } = globalThis.motcuaTestS3 ?? {};
  if (child && child.exitCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}
