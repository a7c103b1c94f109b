/** More than any list that the portal has, and less than this process. */
const LONGEST_BYTES = 64 * 1024 * 1024;

/** A decoder for the charset that an answer names; UTF-8, as JSON is, where it names none that is known. */
function decoderFor(contentType: string | null): TextDecoder {
  const [, charset = 'utf-8'] = /charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? '') ?? [];
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/** The text of an answer. @throws RangeError where it does not end in time to be held */
export async function readText({ headers, body }: Response): Promise<string> {
  const decoder = decoderFor(headers.get('content-type'));
  let text = '';
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > LONGEST_BYTES) throw new RangeError('the answer is too long');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
