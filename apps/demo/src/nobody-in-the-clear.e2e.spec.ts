import { loadPersonas } from '@motcua/development-issuer';
import { Database } from '@motcua/platform';
import { type ScenarioSystem, startScenarioSystem } from './testing/scenario-system.fixture.js';

/** The citizen of the story, as the token and the draft tell it. */
const [NAME, NUMBER] = ['Nguyễn Thị Mẫu', '051199000017'];

/** Of every schema's tables, whatever may hold a text. */
const COLUMNS = `
  SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
  JOIN information_schema.tables USING (table_schema, table_name)
  WHERE table_schema = $1 AND table_type = 'BASE TABLE' AND data_type IN ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'tsvector')
  ORDER BY 1, 2`;

describe('what the services keep of a person after a whole story', () => {
  let story: ScenarioSystem;

  beforeAll(async () => {
    story = await startScenarioSystem();
    await story.play('1.001686', { fresh: true });
  }, 90_000);
  afterAll(() => story.stop());

  /** `service.table.column` of every column in which the text stands. */
  const placesOf = async (text: string): Promise<string[]> => {
    const places: string[] = [];
    for (const { nest, definition } of story.system.apps) {
      const database = nest.get(Database, { strict: false });
      for (const { table, column } of await database.query<{ table: string; column: string }>(COLUMNS, [
        definition.name,
      ])) {
        const [found] = await database.search(
          `SELECT 1 AS found FROM ${definition.name}."${table}" WHERE position($1 IN "${column}"::text) > 0 LIMIT 1`,
          [text],
        );
        if (found) places.push(`${definition.name}.${table.replace(/_\d{8}$/, '')}.${column}`);
      }
    }
    return [...new Set(places)];
  };

  it('is about the person whom the story is about', () => {
    expect(loadPersonas()).toContainEqual(expect.objectContaining({ name: NAME, citizen_id: NUMBER }));
  });

  it('is the identity number nowhere: not in a column, a queue, an archive, a history or a kept answer', async () => {
    expect(await placesOf(NUMBER)).toEqual([]);
  });

  it('is the name on the dossier, and nowhere else, though the dossier came from the national portal and went back', async () => {
    // Neither in what the portal's service was told and keeps: it hears of people by sealed topics alone.
    expect(await placesOf(NAME)).toEqual(['intake.dossier.applicant']);
  });
});
