import { type Language, type Localized, sayAmount, sayMoment } from '@motcua/kernel';
import { type Item, type MessageData, type VariableName, VARIABLES } from '../message-kinds/variables.js';
import { WORDS } from './words.js';

export type Said = string | null | readonly (Item & { readonly number: number })[];

const sayItems = (items: readonly Item[]): Said => items.map((item, index) => ({ number: index + 1, ...item }));

function say(name: VariableName, value: MessageData[VariableName], language: Language): Said {
  const type = VARIABLES[name];
  if (type === 'items') return typeof value === 'object' && value !== null ? sayItems(value) : [];
  if (value === null || value === undefined || typeof value === 'object') return null;
  switch (type) {
    case 'instant':
      return sayMoment(String(value), language);
    case 'amount':
      return sayAmount(Number(value), language);
    case 'feeKind':
    case 'paymentMethod':
    case 'returnMethod': {
      const words: Readonly<Record<string, Localized>> = WORDS[type];
      return words[String(value)]?.[language] ?? String(value);
    }
    case 'text':
      return String(value);
  }
}

/** Every variable that a template may name, in words of the language; what the message has not is null. */
export const sayVariables = (
  names: readonly VariableName[],
  data: MessageData,
  language: Language,
): Record<string, Said> => Object.fromEntries(names.map((name) => [name, say(name, data[name], language)]));
