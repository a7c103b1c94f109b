import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Running cases that are moved to another process definition: what was planned for each, and what came of it (R14). */
export class ProcessMoves1700000000102 implements MigrationInterface {
  readonly name = 'ProcessMoves1700000000102';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE process_move (
        id uuid PRIMARY KEY, version int NOT NULL DEFAULT 1,
        procedure_code text NOT NULL, definition jsonb NOT NULL, steps jsonb NOT NULL, reason text NOT NULL,
        created_by text NOT NULL, created_at timestamptz NOT NULL
      );
      CREATE TABLE process_move_item (
        move_id uuid NOT NULL REFERENCES process_move, dossier_id uuid NOT NULL REFERENCES case_file,
        code text NOT NULL,
        state text NOT NULL CHECK (state IN ('planned', 'immovable', 'moved', 'changed', 'undone', 'goneOn')),
        from_step text, to_step text, why_not text,
        -- What the case followed before, and its task after the move: as long as it is that one, the move can be undone.
        before jsonb, task_id uuid,
        PRIMARY KEY (move_id, dossier_id)
      );
      CREATE INDEX process_move_item_state ON process_move_item (move_id, state, dossier_id);
      CREATE INDEX case_file_running_of_procedure ON case_file (procedure_code, dossier_id) WHERE ended_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX case_file_running_of_procedure;
      DROP TABLE process_move_item, process_move;
    `);
  }
}
