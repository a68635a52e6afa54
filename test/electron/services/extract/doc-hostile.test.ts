import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docReader } from '../../../../electron/services/extract/doc.ts';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';
import { recogniseFormat } from '../../../../electron/services/extract/formats.ts';
import { sayUnsupported } from '../../../../electron/services/extract/unsupported/name-unsupported.ts';
import { AppError, type ErrorCode } from '../../../../shared/contract/errors.ts';
import type { Extraction } from '../../../../shared/document/source.ts';
import { buildCompound } from '../../../support/compound-builder.ts';
import { buildDoc, modifier, modifiers, plex, type DocParagraph } from '../../../support/doc-builder.ts';
import {
  buildDrawnText,
  buildHiddenThings,
  buildQuickSaved,
  buildStatuteWps,
  buildTables,
  buildTrackedProperties,
} from '../../../support/doc-samples.ts';
import { extractionLines } from '../../../support/extraction-lines.ts';

const folder = join(import.meta.dirname, '../../../fixtures/doc');
const plain = buildDoc({ paragraphs: [{ runs: ['第一条　本办法自公布之日起施行。'] }] });
const read = (bytes: Uint8Array, limits = defaultLimits) => docReader.extract(bytes, limits, '');

async function refusal(bytes: Uint8Array, limits = defaultLimits): Promise<AppError> {
  try {
    await read(bytes, limits);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('the file was read');
}

function refusedBeforehand(bytes: Uint8Array): readonly [ErrorCode, string] {
  const recognised = recogniseFormat(bytes);
  if (recognised.kind === 'readable') throw new Error(`taken by ${recognised.reader.id}`);
  return [recognised.format.code, sayUnsupported(recognised.format)];
}

describe('docReader on files that it cannot read', () => {
  it.each([
    [
      'a file of Word 95',
      buildDoc({ paragraphs: [{ runs: ['甲'] }], identifier: 0xa5dc }),
      'unsupported-format',
      '是 Word 6.0/95 文档（.doc），本版暂不能读取，请用 Word 或 WPS 打开后另存为 .docx 格式，再重新提交。',
    ],
    [
      'an encrypted file',
      buildDoc({ paragraphs: [{ runs: ['甲'] }], flags: 0x0100 }),
      'encrypted-file',
      '是设有打开密码的 Word 文档，请取消密码保护后重新提交。',
    ],
    [
      'a file with another head',
      buildDoc({ paragraphs: [{ runs: ['甲'] }], identifier: 0x1234 }),
      'damaged-file',
      '是不完整的旧版 Office 文件（.doc、.wps 也属此类），请重新复制或重新导出后提交。',
    ],
    [
      'a file of Works',
      buildCompound({ CONTENTS: Buffer.from('x'), MatOST: Buffer.from('y') }),
      'unsupported-format',
      '是旧版 Office 或 Works 格式的文件，本版暂不能读取，请用 Word 或 WPS 打开后另存为 .docx 格式，再重新提交。',
    ],
    [
      'a workbook',
      buildCompound({ Workbook: Buffer.from('x') }),
      'unsupported-format',
      '是旧版 Excel 表格（.xls），本版暂不能读取，请把需要审查的内容另存为 PDF 后重新提交。',
    ],
    [
      'slides',
      buildCompound({ 'PowerPoint Document': Buffer.from('x') }),
      'unsupported-format',
      '是旧版演示文稿（.ppt），本版暂不能读取，请把需要审查的内容另存为 PDF 后重新提交。',
    ],
  ] as const)('refuses %s before it is taken in, and again when it is read', async (_, bytes, code, message) => {
    expect(refusedBeforehand(bytes)).toEqual([code, message]);
    expect((await refusal(bytes)).code).toBe(code);
  });

  it('takes a document with a workbook embedded for a document', () => {
    const bytes = buildDoc({
      paragraphs: [{ runs: ['甲'] }],
      streams: { ObjectPool: { _1: { Workbook: Buffer.from('x') } } },
    });
    expect(recogniseFormat(bytes)).toMatchObject({ kind: 'readable', reader: { id: 'doc' } });
  });

  it('says that a document without text is empty', async () => {
    const error = await refusal(buildDoc({ paragraphs: [{ runs: [] }] }));
    expect([error.code, error.message]).toEqual(['no-text', '文件里没有文字。请核对是否选错了文件。']);
  });

  it('keeps to the limits of size and of text', async () => {
    expect((await refusal(plain, { ...defaultLimits, maxFileBytes: 1000 })).code).toBe('limit-exceeded');
    expect((await refusal(plain, { ...defaultLimits, maxTextLength: 10 })).code).toBe('limit-exceeded');
  });

  it('stops at a text that is nothing but ends of paragraphs', async () => {
    const mark: DocParagraph = { runs: ['\r'.repeat(999_999)] };
    expect((await refusal(buildDoc({ paragraphs: [mark] }))).message).toContain('段落、表格和修订等要素超过');
  });
});

describe('docReader on files that are cut short', () => {
  /** The stream WordDocument stands last in what the builder writes, and ends with two pages of formatting. */
  const cut = (bytes: number) => plain.subarray(0, plain.length - bytes);

  it.each([1, 100, 511, 512])('reads a file whose last sector lacks %i bytes, and says so', async (missing) => {
    expect(recogniseFormat(cut(missing))).toMatchObject({ kind: 'readable' });
    const extraction = await read(cut(missing));
    expect(extractionLines(extraction)).toEqual(['第一条　本办法自公布之日起施行。']);
    expect(extraction.warnings.map(({ message }) => message)).toContain(
      `文件末尾缺少 ${missing} 字节，已补齐读取，请核对原文的末尾。`,
    );
  });

  it('refuses a file of which more is missing', async () => {
    const error = await refusal(cut(1200));
    expect([error.code, error.message]).toEqual([
      'damaged-file',
      'Word 文件已损坏或不完整（文件被截断）。请用 Word 或 WPS 打开后另存为 .docx，再重新提交。',
    ]);
    expect(refusedBeforehand(cut(1200))[0]).toBe('damaged-file');
  });

  it('reads the text and names the part where a part beside the text is damaged', async () => {
    const extraction = await read(
      buildDoc({
        paragraphs: [{ runs: ['第一条　甲。'] }],
        lists: [{ id: 1, levels: [{ text: '%1、', format: 0 }] }],
        instances: [{ list: 1 }],
        tables: { 74: Buffer.from([0xff, 0xff, 0xff, 0x7f]), 2: plex([0, 9], [Buffer.alloc(2)]), 3: plex([0, 99, 3]) },
      }),
    );
    expect(extractionLines(extraction)).toEqual(['第一条　甲。']);
    expect(extraction.warnings.map(({ message }) => message)).toContain(
      '文件有损坏的部分（自动编号、脚注），未能读取，请核对原文。',
    );
  });
});

describe('docReader on hostile files', () => {
  it('does not follow a chain of sectors that runs in a circle', async () => {
    const circle = Buffer.from(plain);
    const directory = circle.readUInt32LE(48);
    circle.writeUInt32LE(directory, 512 + directory * 4);
    expect((await refusal(circle)).code).toBe('damaged-file');
  });

  it('reads every note once, though the file says that they all have the same text', async () => {
    const references = Array.from({ length: 1000 }, (_, index) => index);
    const bytes = buildDoc({
      paragraphs: [{ runs: ['甲'.repeat(1001)] }, { runs: ['注'.repeat(1000)] }],
      counts: { 4: 1001 },
      tables: {
        2: plex(
          [...references, 1001],
          references.map(() => Buffer.alloc(2)),
        ),
        3: plex(Array.from({ length: 1002 }, (_, index) => (index % 2) * 1000)),
      },
    });
    const extraction = await read(bytes);
    expect(extraction.paragraphs).toHaveLength(1);
    expect(extraction.warnings.map(({ code }) => code)).toContain('part-unread');
  });

  it('reads a row of more cells than a call can take arguments', async () => {
    const runs = ['甲\u0007'.repeat(130_000)];
    const extraction = await read(buildDoc({ paragraphs: [{ runs, modifiers: modifier(0x2416) }] }));
    expect(extraction.paragraphs).toHaveLength(1);
    // The mark at the end closes one more.
    expect(extraction.paragraphs[0]?.text.split('\t')).toHaveLength(130_001);
  });

  it('refuses a text in more pieces than a quick save leaves', async () => {
    const pieces = Array.from({ length: 100_001 }, () => ({ length: 1 }));
    const error = await refusal(buildDoc({ paragraphs: [{ runs: ['甲'.repeat(100_000)] }], pieces }));
    expect(error.message).toBe('文件的文字分段超过 100000 个，已停止读取。请另存为 .docx 后提交。');
  });

  it('bears styles that are based on one another, and tables without end', async () => {
    const styles = [
      { name: 'a', base: 1, modifiers: modifier(0x460b, 1) },
      { name: 'b', base: 0 },
    ];
    const deep = modifiers(modifier(0x2416), modifier(0x6649, 0x7fffffff));
    const paragraphs = Array.from({ length: 300 }, () => ({ runs: ['甲'], style: 1, modifiers: deep }));
    const extraction = await read(buildDoc({ styles, paragraphs }));
    expect(extraction.paragraphs.map(({ part }) => part)).toEqual(['table-row']);
  });
});

/** A generator of its own, so that a failing mutant can be made again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const below = (limit: number) => Math.floor(random() * limit);
  const mutant = Buffer.from(bytes);
  const kind = below(10);
  if (kind === 0) return mutant.subarray(0, below(mutant.length));
  if (kind === 1) {
    const length = 1 + below(512);
    mutant.copy(mutant, below(mutant.length), below(mutant.length), below(mutant.length) + length);
    return mutant;
  }
  // Sectors of the head, the directory and the tables decide more than text does: half of the flips go there.
  for (let flips = 1 + below(8); flips > 0; flips -= 1) {
    const at = random() < 0.5 ? below(mutant.length) : below(Math.min(mutant.length, 4096));
    mutant[at] = random() < 0.3 ? 0xff : random() < 0.3 ? 0 : below(256);
  }
  return mutant;
}

describe('docReader on mutants', () => {
  const files: readonly (readonly [string, Uint8Array])[] = [
    ...readdirSync(folder)
      .filter((name) => name.endsWith('.doc'))
      .map((name) => [name, readFileSync(join(folder, name))] as const),
    ['statute.wps', buildStatuteWps()],
    ['quick-saved.doc', buildQuickSaved()],
    ['tables by hand', buildTables()],
    ['hidden things', buildHiddenThings()],
    ['drawn text', buildDrawnText()],
    ['tracked properties', buildTrackedProperties()],
  ];

  it.each(files)('reads mutants of %s or refuses them with one message', async (name, bytes) => {
    const random = seeded(name.length * 7919);
    const outcomes = { read: 0, refused: 0 };
    for (let round = 0; round < 200; round += 1) {
      const mutant = mutate(bytes, random);
      recogniseFormat(mutant);
      const outcome: Extraction | AppError = await read(mutant).catch((error: unknown) => {
        if (error instanceof AppError && /\p{Script=Han}/u.test(error.message)) return error;
        throw new Error(`mutant ${round} of ${name}`, { cause: error });
      });
      if (outcome instanceof AppError) outcomes.refused += 1;
      else outcomes.read += 1;
    }
    expect(outcomes.read).toBeGreaterThan(10);
    expect(outcomes.refused).toBeGreaterThan(10);
  });
});
