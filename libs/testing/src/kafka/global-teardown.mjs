import stopTestPostgres from '../postgres/global-teardown.mjs';

export default async function stopTestKafka() {
  await stopTestPostgres();
  await globalThis.motcuaTestKafka?.stop();
}
