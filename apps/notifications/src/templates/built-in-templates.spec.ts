import { readdirSync } from 'node:fs';
import { LANGUAGES } from '@motcua/kernel';
import { hasChannel, KIND_CODES, KINDS } from '../message-kinds/kinds.js';
import { renderInApp } from '../render-message/render-in-app.js';
import { renderMail } from '../render-message/render-mail.js';
import { BARE, channelsOf, FULL } from '../testing/sample-data.fixture.js';
import { builtInTemplate } from './built-in-templates.js';
import { contentFaults } from '../maintain-templates/content-faults.js';

const letter = builtInTemplate('letter');

describe('the texts that the product ships', () => {
  it.each(KIND_CODES)('%s keeps the rules that an edited one must keep', (code) => {
    expect(contentFaults(code, builtInTemplate(code))).toEqual([]);
  });

  it.each(KIND_CODES)('%s can be written with everything and with the least', (code) => {
    const message = builtInTemplate(code);
    for (const language of LANGUAGES)
      for (const data of [FULL, BARE])
        for (const channel of channelsOf(code)) {
          const rendered =
            channel === 'email'
              ? JSON.stringify(renderMail(code, { message, letter }, { ...data, subject: 'S', text: 'T' }, language))
              : JSON.stringify(renderInApp(code, message, data, language));
          expect(rendered).not.toMatch(/undefined|null|NaN|\{\{|\[object/);
        }
  });

  it('names whatever it was given of a message somewhere in its mail', () => {
    for (const code of KIND_CODES.filter((kind) => hasChannel(kind, 'email'))) {
      const { body, subject } = builtInTemplate(code).email!.vi;
      for (const name of KINDS[code].variables) expect(`${subject}${body}`).toMatch(new RegExp(`\\b${name}\\b`));
    }
  });

  it.each(LANGUAGES)('has a file for each kind and none besides (%s)', (language) => {
    const files = readdirSync(new URL(`../../templates/${language}/`, import.meta.url));
    expect(files.sort()).toEqual(KIND_CODES.map((code) => `${code}.txt`).sort());
  });
});
