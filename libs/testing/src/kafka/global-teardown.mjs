import stopTestPostgres from '../postgres/global-teardown.mjs';

export default async function stopTestKafka() {
  const kafka = globalThis.motcuaTestKafka;
  globalThis.motcuaTestKafka = undefined;
  await kafka?.stop();
  await stopTestPostgres();
}
