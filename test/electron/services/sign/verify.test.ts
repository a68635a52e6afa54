import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { noDialogs } from '../../../../electron/services/dialogs.ts';
import type { Environment } from '../../../../electron/services/environment.ts';
import { renderDocx } from '../../../../electron/services/export/render-docx.ts';
import { recordCode } from '../../../../electron/services/sign/review-record.ts';
import { recordReaders, type RecordReaders } from '../../../../electron/services/sign/record-readers.ts';
import { signDetached } from '../../../../electron/services/sign/sign-detached.ts';
import { signPdf } from '../../../../electron/services/sign/sign-pdf.ts';
import { verifyFile } from '../../../../electron/services/sign/verify.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { signCalls } from '../../../../shared/contract/sign.ts';
import { canonicalJson, type ReviewRecord } from '../../../../shared/opinion/record.ts';
import type { OpinionDocument } from '../../../../shared/opinion/opinion.ts';
import { makeIdentity, signerOf } from '../../../support/certificates.ts';
import { withFolder } from '../../../support/openssl.ts';
import { claimedTime, details, makePdf } from './signed-pdf.ts';

const signer = signerOf(makeIdentity('ec'));
const draft = Buffer.from('第一条 为了规范管理，制定本办法。');
const resaved = Buffer.from('第一条 为了规范管理，制定本办法。\n');
const changed = Buffer.from('第一条 为了加强管理，制定本办法。');
const note = Buffer.from('起草说明');

const environment: Environment = {
  now: () => new Date(claimedTime),
  randomBytes: (length) => new Uint8Array(length),
  application: { name: '法审台', version: '0' },
  resources: '',
  assets: '',
  parser: '',
  data: '',
  fontFolders: [],
  signal: new AbortController().signal,
  progress: () => undefined,
  user: { name: 'reviewer', workstation: 'desk-01' },
  dialogs: noDialogs,
  log: () => undefined,
};

/** Text is read without a parser process here: the trimmed bytes; a draft without any counts as unreadable. */
const readers: RecordReaders = {
  ...recordReaders,
  text: async (path) => {
    const { readFile } = await import('node:fs/promises');
    const text = (await readFile(path, 'utf8')).trim();
    if (text === '') throw new AppError('no-text', '文件里没有文字。');
    return text;
  },
};

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const record: ReviewRecord = {
  schema: 'review-record/1',
  case: 'c-1',
  claimedTime,
  application: { name: '法审台', version: '0.1.0' },
  type: 'normative',
  asOf: '2026-03-05',
  files: [
    { name: '草案.txt', role: '草案', size: draft.length, sha256: sha256(draft) },
    { name: '起草说明.txt', role: '起草说明', size: note.length, sha256: sha256(note) },
  ],
  draft: {
    name: '草案.txt',
    sha256: sha256(draft),
    textSha256: sha256(draft),
    title: '某办法',
    format: 'txt',
    characters: 17,
    articles: 1,
  },
  findings: [],
  decisions: {
    reviewer: { name: '甲', role: '承办人' },
    conclusion: 'lawful',
    answers: [],
    issues: [],
    dismissals: [],
    materials: [],
    opinion: {},
  },
  lawPack: { version: '1', sha256: sha256(note) },
  rulePacks: [],
};
const opinion: OpinionDocument = {
  title: '合法性审核意见',
  author: '卧龙区司法局',
  subject: '合法性审核意见',
  date: '2026-03-05',
  blocks: [{ kind: 'paragraph', text: '经审核，无不同意见。' }],
};
const recordBytes = Buffer.from(canonicalJson(record), 'utf8');
const signedPdf = await signPdf(await makePdf({ record: recordBytes }), signer, details);

async function inFolder(
  files: Readonly<Record<string, Uint8Array>>,
  body: (path: (name: string) => string) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    await body((name) => join(folder, name));
  });
}

describe('verifying a signed PDF with its record', () => {
  it('names the record by its code and keeps to the contract', async () => {
    await inFolder({ '意见.pdf': signedPdf }, async (path) => {
      const report = await verifyFile(path('意见.pdf'), undefined, environment, readers);
      expect(signCalls['sign.verify'].output.parse(report)).toEqual(report);
      expect(report).toMatchObject({
        kind: 'pdf',
        verdict: 'valid',
        record: { present: true, code: recordCode(recordBytes) },
        draft: { given: false, matches: false, sha256: null, differs: [] },
        problems: [],
      });
      expect(report.record.code).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/u);
      expect(sha256(recordBytes).startsWith(report.record.code?.replaceAll('-', '') ?? '?')).toBe(true);
    });
  });

  it('recognises the reviewed draft by its bytes', async () => {
    await inFolder({ '意见.pdf': signedPdf, 'x.txt': draft }, async (path) => {
      const report = await verifyFile(path('意见.pdf'), path('x.txt'), environment, readers);
      expect(report.draft).toEqual({ given: true, matches: true, sha256: sha256(draft), differs: [] });
    });
  });

  it.each([
    ['a draft saved anew with the same words', resaved, '文字相同，文件不同（重新保存过）。'],
    ['a draft with other words', changed, '文字与所审稿不同，不是所审的草案。'],
    ['a material of the submission', note, '所给文件是同次送审的材料“起草说明.txt”（起草说明），不是所审草案。'],
    ['a file without text', Buffer.from(' '), '文件与所审稿不同，且读不出文字，无法比较文字是否相同：文件里没有文字。'],
  ])('tells %s from the reviewed one', async (_, bytes, sentence) => {
    await inFolder({ '意见.pdf': signedPdf, 'x.txt': bytes }, async (path) => {
      const { draft: answer } = await verifyFile(path('意见.pdf'), path('x.txt'), environment, readers);
      expect(answer).toMatchObject({ given: true, matches: false, sha256: sha256(bytes) });
      expect(answer.differs[0]).toBe(sentence);
      expect(answer.differs[1]).toContain(sha256(draft));
    });
  });

  it('does not trust the record of a file whose signature is broken', async () => {
    const broken = Buffer.from(signedPdf);
    broken[30] = (broken[30] ?? 0) ^ 1;
    await inFolder({ '意见.pdf': broken, 'x.txt': draft }, async (path) => {
      const report = await verifyFile(path('意见.pdf'), path('x.txt'), environment, readers);
      expect(report.verdict).toBe('invalid');
      expect(report.record).toEqual({ present: true, code: null });
      expect(report.draft).toMatchObject({
        matches: false,
        differs: ['没有可信的审查记录，无法判断这是不是所审的草案。'],
      });
      expect(report.problems).toContain('文件中附有审查记录，但签名未通过验证，记录不可信。');
    });
  });

  it('does not read a record that is not in its canonical spelling', async () => {
    const loose = Buffer.from(JSON.stringify(record, null, 1));
    const pdf = await signPdf(await makePdf({ record: loose }), signer, details);
    await inFolder({ '意见.pdf': pdf }, async (path) => {
      const report = await verifyFile(path('意见.pdf'), undefined, environment, readers);
      expect(report).toMatchObject({ verdict: 'valid', record: { present: true, code: null } });
      expect(report.problems).toEqual(['文件中的审查记录不合规定的格式，无法读取。']);
    });
  });

  it('says that a signed PDF without a record has none', async () => {
    const pdf = await signPdf(await makePdf(), signer, details);
    await inFolder({ 'a.pdf': pdf, 'x.txt': draft }, async (path) => {
      const report = await verifyFile(path('a.pdf'), path('x.txt'), environment, readers);
      expect(report).toMatchObject({
        verdict: 'valid',
        record: { present: false, code: null },
        draft: { matches: false },
      });
    });
  });
});

describe('verifying a DOCX with its signature beside it', () => {
  let docx: Uint8Array;
  let p7s: Uint8Array;

  beforeAll(async () => {
    docx = await renderDocx(opinion, { record: recordBytes });
    p7s = signDetached(docx, signer, claimedTime);
  });

  it('finds the signature beside the file and the file beside the signature', async () => {
    await inFolder({ '意见.docx': docx, '意见.docx.p7s': p7s, 'x.txt': draft }, async (path) => {
      for (const [name, kind] of [
        ['意见.docx', 'docx'],
        ['意见.docx.p7s', 'p7s'],
      ] as const) {
        const report = await verifyFile(path(name), path('x.txt'), environment, readers);
        expect(report).toMatchObject({
          kind,
          verdict: 'valid',
          record: { present: true, code: recordCode(recordBytes) },
          draft: { matches: true },
        });
      }
    });
  });

  it('calls a file without a signature beside it unsigned, whatever record it carries', async () => {
    await inFolder({ '意见.docx': docx }, async (path) => {
      expect(await verifyFile(path('意见.docx'), undefined, environment, readers)).toMatchObject({
        kind: 'docx',
        verdict: 'unsigned',
        record: { present: true, code: null },
      });
    });
  });

  it('does not find a changed file valid', async () => {
    await inFolder({ '意见.docx': Buffer.concat([docx, docx]), '意见.docx.p7s': p7s }, async (path) => {
      expect((await verifyFile(path('意见.docx'), undefined, environment, readers)).verdict).toBe('invalid');
    });
  });

  it('cannot verify a signature whose file is not there', async () => {
    await inFolder({ '意见.docx.p7s': p7s }, async (path) => {
      const report = await verifyFile(path('意见.docx.p7s'), undefined, environment, readers);
      expect(report).toMatchObject({ kind: 'p7s', verdict: 'unreadable', signatures: [] });
      expect(report.problems[0]).toContain('找不到这份签名对应的文件“意见.docx”');
    });
  });
});

describe('verifying something else', () => {
  it('calls an unsigned PDF unsigned and a foreign file unreadable', async () => {
    await inFolder({ 'a.pdf': await makePdf(), 'b.txt': draft, 'c.pdf': draft }, async (path) => {
      expect((await verifyFile(path('a.pdf'), undefined, environment, readers)).verdict).toBe('unsigned');
      expect(await verifyFile(path('b.txt'), undefined, environment, readers)).toMatchObject({
        kind: 'unknown',
        verdict: 'unreadable',
      });
      expect(await verifyFile(path('c.pdf'), undefined, environment, readers)).toMatchObject({
        kind: 'pdf',
        verdict: 'unreadable',
      });
    });
  });

  it('fails in words when the file or the draft is not there', async () => {
    await inFolder({ '意见.pdf': signedPdf }, async (path) => {
      await expect(verifyFile(path('无.pdf'), undefined, environment, readers)).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(verifyFile(path('意见.pdf'), path('无.txt'), environment, readers)).rejects.toMatchObject({
        code: 'not-found',
        message: expect.stringContaining('要比对的草案“无.txt”') as string,
      });
      await expect(verifyFile(path('.'), undefined, environment, readers)).rejects.toMatchObject({
        code: 'not-readable',
      });
    });
  });
});
