import { formTitle, labelled, paragraph, printPdf } from '@motcua/pdf-drawing';

/** A paper that an applicant would hand in, with nothing on it but what it stands for. */
export const samplePaper = async (
  name: string,
  owner: string,
  at: Temporal.Instant,
): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await printPdf({
      title: name,
      printedAt: at,
      content: [
        formTitle('Bản mẫu', 'Giấy tờ minh họa, không có giá trị pháp lý'),
        paragraph(name),
        labelled('Người nộp', owner),
      ],
    }),
  );
