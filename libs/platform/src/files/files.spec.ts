import { byteRange, cleanFileName, contentDisposition, downloadName } from './index.js';

describe('ranges of a file of 100 bytes', () => {
  it.each([
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['bytes=50-1000', { start: 50, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-0', undefined],
    ['bytes=0-1,5-6', undefined],
    ['bytes=-', undefined],
    ['lines=0-1', undefined],
    [undefined, undefined],
  ] as const)('%s gives %j', (header, range) => expect(byteRange(header, 100)).toEqual(range));
});

describe('file names', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Hồ sơ\\đơn.pdf', 'đơn.pdf'],
    ['đơn\r\nSet-Cookie: a=b.pdf', 'đơnSet-Cookie: a=b.pdf'],
    ['\u202Efdp.exe', 'fdp.exe'],
    ['..', 'file'],
    ['', 'file'],
    [undefined, 'file'],
  ])('%j is kept as %j', (sent, kept) => expect(cleanFileName(sent)).toBe(kept));

  it.each([
    ['đơn.pdf', 'application/pdf', 'đơn.pdf'],
    ['ĐƠN.PDF', 'application/pdf', 'ĐƠN.PDF'],
    ['don-de-nghi.hta', 'application/pdf', 'don-de-nghi.hta.pdf'],
    ['don-de-nghi.hta.', 'application/pdf', 'don-de-nghi.hta..pdf'],
    ['a.php', 'image/jpeg', 'a.php.jpg'],
    ['ảnh.jpeg', 'image/jpeg', 'ảnh.jpeg'],
    ['bản vẽ', 'image/png', 'bản vẽ.png'],
    ['bảng.xlsm', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'bảng.xlsm.xlsx'],
    ['đơn.pdf', 'image/tiff', 'đơn.pdf.tif'],
  ])('%j with the content of %s is handed out as %j', (name, mediaType, handedOut) =>
    expect(downloadName(name, mediaType)).toBe(handedOut),
  );

  it('a download names the file for old clients in plain letters and for others as it is', () => {
    expect(contentDisposition('Đơn "đề nghị" (1).pdf')).toBe(
      'attachment; filename="Don _de nghi_ _1_.pdf"; filename*=UTF-8\'\'%C4%90%C6%A1n%20%22%C4%91%E1%BB%81%20ngh%E1%BB%8B%22%20%281%29.pdf',
    );
  });
});
