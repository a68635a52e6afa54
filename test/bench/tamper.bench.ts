import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseFaces, type FaceSet } from '../../electron/services/export/font-library.ts';
import { renderPdf } from '../../electron/services/export/render-pdf.ts';
import { signPdf } from '../../electron/services/sign/sign-pdf.ts';
import type { Signer } from '../../electron/services/sign/signer.ts';
import { verifyPdf } from '../../electron/services/sign/verify-pdf.ts';
import type { OpinionBlock, OpinionDocument } from '../../shared/opinion/opinion.ts';
import { makeAuthority, makeIdentity, signerOf } from '../support/certificates.ts';
import { details } from '../electron/services/sign/signed-pdf.ts';
import {
  reshapings,
  seededRandom,
  signatureOffsets,
  spreadOffsets,
  structureOffsets,
  unnoticedFlips,
} from '../electron/services/sign/tampering.ts';

const seed = 20260305;
const flips = 500;
const exports = 50;
const assets = join(import.meta.dirname, '..', '..', 'dist', 'assets');
let faces: FaceSet;

beforeAll(async () => {
  faces = await chooseFaces({ assets, fontFolders: [] });
});

/** An opinion whose words and length the number fixes. */
function opinionNumber(number: number): OpinionDocument {
  const random = seededRandom(number);
  const words = [...'依据法律法规规章制定机关权限程序内容适当公开征求意见集体讨论审核备案有效期施行解释'];
  const sentence = (): string =>
    `${Array.from({ length: 20 + Math.floor(random() * 60) }, () => words[Math.floor(random() * words.length)]).join('')}。`;
  const paragraphs = Array.from({ length: 3 + Math.floor(random() * 20) }, (): OpinionBlock => {
    return { kind: 'paragraph', text: sentence() };
  });
  return {
    title: `关于第 ${number} 号文件的合法性审核意见`,
    author: '卧龙区司法局',
    subject: '合法性审核意见',
    date: '2026-03-05',
    blocks: [
      { kind: 'title', lines: [`关于第${number}号文件的`, '合法性审核意见'] },
      { kind: 'addressee', text: '卧龙区人民政府办公室：' },
      { kind: 'heading', level: 1, text: '一、审核情况' },
      ...paragraphs,
      {
        kind: 'table',
        columns: [
          { title: '条款', width: 8 },
          { title: '问题', width: 20 },
        ],
        rows: Array.from({ length: 5 }, (_, row) => [`第${row + 1}条`, sentence()]),
      },
      { kind: 'signature', organ: '卧龙区司法局', date: '2026年3月5日' },
    ],
  };
}

async function exportSigned(number: number, signer: Signer): Promise<Buffer> {
  const record = Buffer.from(JSON.stringify({ number, findings: 'x'.repeat(20 * number) }));
  const attachment = { name: 'review-record.json', mime: 'application/json', bytes: record, description: '审查记录' };
  const { bytes } = await renderPdf(opinionNumber(number), faces, { attachments: [attachment] });
  return Buffer.from(await signPdf(bytes, signer, details));
}

function report(text: string): void {
  process.stdout.write(`${text}\n`);
}

describe.each([
  { name: 'RSA-2048, self-signed', signer: signerOf(makeIdentity('rsa')) },
  { name: 'P-256, with its issuer', signer: signerOf(makeIdentity('ec', { issuer: makeAuthority('ec') })) },
])('an export signed with $name', ({ name, signer }) => {
  it(`reports ${flips} seeded flips, every byte of the structure, and every change of length`, async () => {
    const pdf = await exportSigned(7, signer);
    const original = Buffer.from(pdf);
    expect(verifyPdf(pdf).verdict).toBe('valid');
    const structure = [...new Set([...structureOffsets(pdf), ...signatureOffsets(pdf)])];
    const spread = spreadOffsets(pdf.length, flips, seed);
    const changes = reshapings(pdf);

    const started = performance.now();
    const unnoticed = [...unnoticedFlips(pdf, spread, seed), ...unnoticedFlips(pdf, structure, seed + 1)];
    const unnoticedChanges = changes.filter(([, changed]) => verifyPdf(changed).verdict === 'valid');
    const seconds = (performance.now() - started) / 1000;

    report(
      `${name}: ${pdf.length} bytes; ${spread.length} flips spread, ${structure.length} bytes of structure, ` +
        `${changes.length} changes of length and padding: ${unnoticed.length + unnoticedChanges.length} unnoticed, ${seconds.toFixed(1)} s`,
    );
    expect(unnoticed).toEqual([]);
    expect(unnoticedChanges.map(([change]) => change)).toEqual([]);
    expect(pdf.equals(original)).toBe(true);
    expect(verifyPdf(pdf).verdict).toBe('valid');
  });
});

describe('untouched exports', () => {
  it(`are accepted, all ${exports} of them, each with its own words and key`, async () => {
    const authorities = { rsa: makeAuthority('rsa'), ec: makeAuthority('ec') };
    const started = performance.now();
    const rejected: number[] = [];
    const sizes: number[] = [];
    for (let number = 1; number <= exports; number += 1) {
      const kind = number % 2 === 0 ? 'rsa' : 'ec';
      const identity = makeIdentity(kind, number % 4 < 2 ? {} : { issuer: authorities[kind] });
      const pdf = await exportSigned(number, signerOf(identity));
      sizes.push(pdf.length);
      if (verifyPdf(pdf).verdict !== 'valid') rejected.push(number);
    }
    report(
      `${exports} untouched exports of ${Math.min(...sizes)} to ${Math.max(...sizes)} bytes: ${rejected.length} rejected, ` +
        `${((performance.now() - started) / 1000).toFixed(1)} s with export and signing`,
    );
    expect(rejected).toEqual([]);
  });
});
