import { composed } from '@motcua/kernel';

const LONGEST = 200;

/** A sender's file name without folders, control characters and directions of writing; never empty. */
export const cleanFileName = (name: string | undefined): string => {
  const last =
    composed(name ?? '')
      .split(/[/\\]/)
      .at(-1) ?? '';
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim();
  const characters = Array.from(clean);
  return characters.length === 0 || /^\.+$/.test(clean) ? 'file' : characters.slice(-LONGEST).join('');
};

/** `Content-Disposition` of a download (RFC 6266): the plain name for old clients, the real one for the others. */
export const contentDisposition = (name: string, kind: 'attachment' | 'inline' = 'attachment'): string => {
  const plain = name
    .replaceAll(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w. -]/g, '_');
  const real = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${real}`;
};
