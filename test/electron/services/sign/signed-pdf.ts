import { PDFDocument, StandardFonts } from 'pdf-lib';

/** When the tests sign. */
export const claimedTime = '2026-03-05T09:30:00+08:00';

/** What the tests write into the signature dictionary. */
export const details = { claimedTime, name: '卧龙区司法局', reason: '合法性审核意见（第 1 号）', location: '南阳市' };

/** A small PDF as the export makes them: pages, a font, an attachment; no metadata of the moment. */
export async function makePdf(
  options: {
    readonly pages?: number;
    readonly title?: string;
    readonly record?: Uint8Array;
    readonly table?: boolean;
  } = {},
): Promise<Uint8Array> {
  const moment = new Date('2026-03-05T01:30:00Z');
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(options.title ?? '关于某办法的合法性审核意见');
  document.setCreationDate(moment);
  document.setModificationDate(moment);
  const font = await document.embedFont(StandardFonts.TimesRoman);
  for (let number = 1; number <= (options.pages ?? 2); number += 1) {
    const page = document.addPage([595.28, 841.89]);
    for (let line = 0; line < 22; line += 1) {
      page.drawText(`Page ${number}, line ${line}: ${'review '.repeat((line % 5) + 1)}`, {
        x: 80,
        y: 730 - line * 29,
        font,
      });
    }
  }
  if (options.record) {
    await document.attach(options.record, 'review-record.json', {
      mimeType: 'application/json',
      creationDate: moment,
      modificationDate: moment,
    });
  }
  return document.save({ useObjectStreams: options.table !== true });
}

/** The signed ranges and the CMS structure of the last signature, taken out by other means than the product's. */
export function takeApart(pdf: Uint8Array): {
  readonly content: Buffer;
  readonly cms: Buffer;
  readonly gap: [number, number];
} {
  const buffer = Buffer.from(pdf);
  const text = buffer.toString('latin1');
  const numbers = [...text.matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]/gu)].at(-1)?.slice(1).map(Number) ?? [];
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  const padded = Buffer.from(text.slice(a + b + 1, c - 1), 'hex');
  const length = 4 + padded.readUInt16BE(2);
  return {
    content: Buffer.concat([buffer.subarray(a, a + b), buffer.subarray(c, c + d)]),
    cms: padded.subarray(0, length),
    gap: [a + b, c],
  };
}
