import { Module } from '@nestjs/common';
import type { ServiceDefinition } from '../runtime/service-definition.js';
import { notebook } from './notebook.fixture.js';
import { NoteReaderController } from './note-reader.controller.fixture.js';

@Module({ controllers: [NoteReaderController] })
class NoteReaderModule {}

/** A service that hears of notes. */
export const noteReader = (name: string): ServiceDefinition => ({
  ...notebook(name),
  module: NoteReaderModule,
});
