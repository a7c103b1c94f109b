import { Module } from '@nestjs/common';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { ServiceDefinition } from '../runtime/service-definition.js';
import { NotesController } from './notes.controller.fixture.js';

@Module({ controllers: [NotesController] })
class NotebookModule {}

const notes: new () => MigrationInterface = class Notes1700000000100 {
  readonly name = 'Notes1700000000100';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE note (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, version int NOT NULL DEFAULT 1)`,
    );
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE note');
  }
};

export const notebook = (name = 'notebook'): ServiceDefinition => ({
  name,
  app: name,
  title: 'Notebook',
  summary: { vi: 'Sổ ghi', en: 'Notes, to show what the platform promises' },
  module: NotebookModule,
  migrations: [notes],
  problems: { 'NOTE.REFUSED': { status: 409, title: { vi: 'Không nhận ghi chú này', en: 'The note is refused' } } },
  consumes: [],
});
