/**
 * Shapes that make a text of the product hard to read, and what to write instead. A text says subject, verb, and what the
 * reader does next (CONTRIBUTING, Style).
 */
const SHAPES = [
  [/\b(?:whoever|whatever|whomever)\b/i, 'name the actor or the thing'],
  [/\b(?:some|no)body\b/i, 'name the actor: the caller, the officer, no officer'],
  [/\b(?:is|are|was|were|be|been|being) told\b/i, 'say who sends or reports it'],
  [/\bno more\b(?! than)/i, '"no longer", "expired", "ended"'],
  [/\bfor leave\b/i, '"for permission"'],
  [/\banew\b/i, '"again"'],
  [/\bthe own\b/i, '"their own"'],
  [/\b(?:has|have|had) got\b/i, '"has"'],
  [/\bat work\b/i, '"active"'],
  [/\bknows? no\b/i, '"does not exist", "must be null"'],
  [/\btaken note of\b/i, '"recorded"'],
  [/\bno obstacle\b/i, '"does not block"'],
  [/\bmeanwhile\b/i, 'say between what'],
  [/\buntil when\b/i, '"deadline"'],
  // A clause instead of a subject: "What a person may do now". A question may begin so.
  [
    /^(?:Who|Whose|Whom|What|How|Where)\b[^?]*$/,
    'begin with the thing itself: "Allowed commands", not "What may be done"',
  ],
  [/\bkhông \S+(?: \S+){0,4} nữa\b/iu, '"không tiếp tục", "đã hết", "không còn"'],
  [/(?:^|[\s“(])bạn(?=[\s,.”)]|$)/iu, '"Ông/Bà", hoặc câu không có đại từ'],
  [/(?<!\p{L})hãy(?!\p{L})/iu, '"Đề nghị …", "Phải …"'],
  [/(?<!\p{L})xin (?:thử|nộp|gửi|chờ)(?!\p{L})/iu, '"đề nghị …"'],
  [/(?<!\p{L})nhé(?!\p{L})/iu, 'bỏ từ thân mật'],
  [/(?<!\p{L})bộ phận một cửa(?!\p{L})/u, '"Bộ phận Một cửa"'],
  [/(?<!\p{L})trễ hạn(?!\p{L})/iu, '"quá hạn"'],
  [/(?<!\p{L})đã hứa(?!\p{L})/iu, '"cam kết"'],
  [/(?<!\p{L})lời gọi(?!\p{L})/iu, '"yêu cầu"'],
  [/(?<!\p{L})(?:chưa|không) tới đây(?!\p{L})/iu, '"chưa được đồng bộ"'],
  // One spelling: the tone over the first vowel of an open oa, oe, uy, as the law writes it (Ủy ban, cộng hòa, khóa).
  [/(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/iu, '"òa", "óe", "ủy": dấu trên nguyên âm đầu'],
  [/[\u0300-\u036f]/u, 'chữ dựng sẵn (Unicode NFC)'],
];

const WORDS = 3;
const SQL = /\b(?:SELECT|INSERT|UPDATE|DELETE|WHERE|FROM|CREATE|ALTER)\b/;

/** What only specs say: sentences about behaviour, in the words of the house. */
export const notForReaders = ['libs/testing/src/**'];

/** Flags a text of three words or more, wherever it stands in a source, that has one of the shapes. */
export default {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { shape: 'A reader stumbles over "{{found}}": {{instead}}.' },
  },
  create: (context) => {
    const check = (node, text) => {
      if (text.trim().split(/\s+/).length < WORDS || SQL.test(text)) return;
      for (const [shape, instead] of SHAPES) {
        const [found] = shape.exec(text) ?? [];
        if (found) context.report({ node, messageId: 'shape', data: { found: found.slice(0, 40), instead } });
      }
    };
    return {
      Literal: (node) => typeof node.value === 'string' && check(node, node.value),
      TemplateLiteral: (node) => check(node, node.quasis.map(({ value }) => value.cooked ?? '').join('…')),
    };
  },
};
