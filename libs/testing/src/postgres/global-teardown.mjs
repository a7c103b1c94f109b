import { rm } from 'node:fs/promises';

export default async function stopTestPostgres() {
  if (!globalThis.motcuaTestPostgres) return;
  await globalThis.motcuaTestPostgres.stop();
  await rm(globalThis.motcuaTestPostgresFolder, { recursive: true, force: true });
}
