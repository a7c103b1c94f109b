import { Injectable } from '@nestjs/common';
import type { Answer } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { SignResults } from '../../signing/put-signatures.js';
import type { CompletedTaskView } from '../../views/completed-task.view.js';
import { COMPLETE_TASK, type CompleteTask } from './complete-task.js';

/** Completes a task. Where its outcome issues results, they are signed and stored before anything is locked. */
@Injectable()
export class CompleteTasks {
  constructor(
    private readonly commands: CaseCommands,
    private readonly signing: SignResults,
  ) {}

  execute(command: CompleteTask): Promise<Answer<CompletedTaskView>> {
    return this.signing.whenSigned((signatures) =>
      this.commands.run(COMPLETE_TASK, { ...command, ...(signatures && { signatures }) }),
    );
  }
}
