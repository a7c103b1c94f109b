import { comparedWords, type ComparedWord } from '@motcua/kernel';

/** Words of a question that say nothing of the procedure that is asked for. */
const STOP_WORDS = `
  làm xin cho tôi em của ở tại thì cần gì như thế nào thủ tục muốn được bị đi về và các là có một những hồ sơ giấy tờ online mạng
  đâu mới bao nhiêu hướng dẫn cách để khi với trong ra theo từ bằng do lại nào hết phải ai mấy giúp hỏi vậy ạ
`;

const EXACT = new Set(comparedWords(STOP_WORDS).map(({ exact }) => exact));
// Typed without diacritics a word may be another one (`bang` is a licence in `bang lai`): only these are surely idle.
const FOLDED = new Set([
  'lam',
  'xin',
  'cho',
  'toi',
  'cua',
  'tai',
  'thi',
  'can',
  'gi',
  'nhu',
  'the',
  'nao',
  'muon',
  'duoc',
]);

export const isMarked = ({ exact, folded }: ComparedWord): boolean => exact !== folded;

export const isStopWord = (word: ComparedWord): boolean =>
  isMarked(word) ? EXACT.has(word.exact) : EXACT.has(word.exact) || FOLDED.has(word.folded);
