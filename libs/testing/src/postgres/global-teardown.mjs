export default async function stopPostgres() {
  await globalThis.motcuaTestPostgres?.stop();
}
