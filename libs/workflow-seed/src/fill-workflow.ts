import { defineProcesses } from './define-processes.js';
import { registerOfficers } from './register-officers.js';
import { setDocumentForms } from './set-document-forms.js';

/** What a new province begins with in the workflow: officers, and processes for some of its procedures. */
export async function fillWorkflow(server: string, adminToken: string): Promise<void> {
  await registerOfficers(server, adminToken);
  await setDocumentForms(server, adminToken);
  await defineProcesses(server, adminToken);
}
