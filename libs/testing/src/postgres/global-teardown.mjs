export default async function stopTestPostgres() {
  // Projects share the server, and each of them calls this.
  const postgres = globalThis.motcuaTestPostgres;
  globalThis.motcuaTestPostgres = undefined;
  await postgres?.stop();
}
