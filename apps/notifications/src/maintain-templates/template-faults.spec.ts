import { contentFaults } from './content-faults.js';
import { builtInTemplate } from '../templates/built-in-templates.js';
import { templateFaults } from './template-faults.js';

const codes = (text: string): string[] =>
  templateFaults(text, ['code', 'reason', 'items'], '/x').map(({ code }) => code);

describe('checking the text of a template', () => {
  it.each([
    'Hồ sơ {{code}}',
    '{{#if reason}}{{reason}}{{else}}–{{/if}}',
    '{{#unless reason}}–{{/unless}}',
    '{{#if items}}{{#each items}}{{number}} {{component}} {{field}} {{reason}} {{../code}}{{/each}}{{/if}}',
    '{{! a remark }}{{#if reason}}a{{else if code}}b{{/if}}',
  ])('takes %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it.each([
    ['{{fullName}}', 'VARIABLE_UNKNOWN'],
    ['{{number}}', 'VARIABLE_UNKNOWN'],
    ['{{#each items}}{{code}}{{/each}}', 'VARIABLE_UNKNOWN'],
    ['{{#if unknown}}x{{/if}}', 'VARIABLE_UNKNOWN'],
    ['{{#if code}}x{{else}}{{other}}{{/if}}', 'VARIABLE_UNKNOWN'],
    ['{{items}}', 'VARIABLE_MISUSED'],
    ['{{#each reason}}x{{/each}}', 'VARIABLE_MISUSED'],
    ['{{code.constructor}}', 'EXPRESSION_NOT_ALLOWED'],
    ['{{this}}', 'EXPRESSION_NOT_ALLOWED'],
    ['{{@root}}', 'EXPRESSION_NOT_ALLOWED'],
    ['{{lookup this code}}', 'EXPRESSION_NOT_ALLOWED'],
    ['{{#with code}}x{{/with}}', 'EXPRESSION_NOT_ALLOWED'],
    ['{{#each items as |item|}}x{{/each}}', 'EXPRESSION_NOT_ALLOWED'],
    ['{{> partial}}', 'EXPRESSION_NOT_ALLOWED'],
    ['{{#*inline "x"}}y{{/inline}}', 'EXPRESSION_NOT_ALLOWED'],
    ['{{"text"}}', 'EXPRESSION_NOT_ALLOWED'],
    ['{{../../code}}', 'EXPRESSION_NOT_ALLOWED'],
    ['{{#if code}}never closed', 'TEMPLATE_SYNTAX'],
    ['{{code', 'TEMPLATE_SYNTAX'],
  ])('refuses %s: %s', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it('tells every fault of all texts at once, each with its pointer', () => {
    const shipped = builtInTemplate('dossier.stopped');
    const faults = contentFaults('dossier.stopped', {
      email: {
        vi: { subject: '{{fullName}} {{nobody}}', body: '{{#if}}x{{/if}}' },
        en: { subject: 'x', body: '{{dueAt}}' },
      },
      inApp: { ...shipped.inApp!, vi: { title: '{{fullName}}', body: 'x' } },
    });
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/email/vi/subject VARIABLE_UNKNOWN',
      '/email/vi/body EXPRESSION_NOT_ALLOWED',
      '/email/en/body VARIABLE_UNKNOWN',
      // A name goes into mail only: what is read in the application is stored as it is written.
      '/inApp/vi/title VARIABLE_UNKNOWN',
    ]);
  });

  it('wants the channels of the kind, no more and no less', () => {
    const { email, inApp } = builtInTemplate('dossier.stopped');
    expect(contentFaults('dossier.stopped', { email: null, inApp })).toMatchObject([
      { pointer: '/email', code: 'CHANNEL_MISSING' },
    ]);
    expect(contentFaults('task.assigned', { email, inApp: builtInTemplate('task.assigned').inApp })).toMatchObject([
      { pointer: '/email', code: 'CHANNEL_NOT_USED' },
    ]);
  });
});
