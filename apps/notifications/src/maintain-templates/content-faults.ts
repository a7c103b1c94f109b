import { type Fault, LANGUAGES } from '@motcua/kernel';
import type { Channel } from '../message-kinds/channels.js';
import { CHANNELS } from '../message-kinds/channels.js';
import { hasChannel, type KindCode, variablesOf } from '../message-kinds/kinds.js';
import type { TemplateContent } from '../render-message/template-content.js';
import { templateFaults } from './template-faults.js';

const presence = (channel: Channel, wanted: boolean): Fault => ({
  pointer: `/${channel}`,
  code: wanted ? 'CHANNEL_MISSING' : 'CHANNEL_NOT_USED',
  detail: wanted
    ? { vi: 'Loại thông báo này cần nội dung cho kênh này.', en: 'This kind of message needs a text for this channel.' }
    : {
        vi: 'Loại thông báo này không dùng kênh này. Đề nghị để giá trị null.',
        en: 'This kind of message does not use this channel. Set it to null.',
      },
});

const textsOf = (content: TemplateContent, channel: Channel): [pointer: string, text: string][] =>
  LANGUAGES.flatMap((language) =>
    Object.entries(content[channel]?.[language] ?? {}).map(([part, text]): [string, string] => [
      `/${channel}/${language}/${part}`,
      String(text),
    ]),
  );

/** Everything that is wrong with the texts of one kind of message, each with its pointer. */
export const contentFaults = (code: KindCode, content: TemplateContent): Fault[] =>
  CHANNELS.flatMap((channel) => {
    const wanted = hasChannel(code, channel);
    if ((content[channel] !== null) !== wanted) return [presence(channel, wanted)];
    return textsOf(content, channel).flatMap(([pointer, text]) =>
      templateFaults(text, variablesOf(code, channel), pointer),
    );
  });
