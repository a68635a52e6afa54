import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opensslVerifies, pdfsigSays } from './openssl-signatures.ts';
import { mustRun } from './openssl.ts';
import { drawWithMupdf, drawWithPoppler, output, withoutSpace } from './pdf-tools.ts';
import { inkIn } from './pixels.ts';
import { missingTools } from './tools.ts';

const because = (missing: string): string => (missing === '' ? '' : ` (${missing})`);
const signing = missingTools('pdfsig', 'certutil', 'openssl');
const drawing = missingTools('pdftoppm', 'mutool', 'pdffonts', 'qpdf');
const office = missingTools('soffice', 'pdftotext');

/** The CMS structure of a signed PDF and the bytes that it signs, read without any code of ours. */
function splitSignature(pdf: Buffer): { readonly cms: Buffer; readonly content: Buffer } {
  const range = /\/ByteRange \[0 (\d+) (\d+) (\d+)\s*\]/u.exec(pdf.toString('latin1'));
  if (!range) throw new Error('no byte range');
  const [before, after, rest] = [Number(range[1]), Number(range[2]), Number(range[3])];
  const padded = Buffer.from(pdf.toString('latin1', before + 1, after - 1), 'hex');
  // DER: tag, 0x82, two bytes of length; what follows is padding.
  const cms = padded.subarray(0, 4 + padded.readUInt16BE(2));
  return { cms, content: Buffer.concat([pdf.subarray(0, before), pdf.subarray(after, after + rest)]) };
}

async function officeCertificate(p7s: string): Promise<Buffer> {
  const pem = mustRun('openssl', 'pkcs7', '-inform', 'DER', '-in', p7s, '-print_certs');
  const body = /-----BEGIN CERTIFICATE-----([\s\S]+?)-----END/u.exec(pem)?.[1] ?? '';
  return Promise.resolve(Buffer.from(body, 'base64'));
}

/** An opinion's files, by absolute path. */
export interface SignedFiles {
  readonly pdf: string;
  readonly docx: string;
  readonly p7s: string;
}

/**
 * Declares the tests by which programs that are not ours judge an opinion: poppler, OpenSSL, qpdf, MuPDF, LibreOffice.
 * @param filesOf asked once the tests run
 */
export function describeJudges(title: string, filesOf: () => SignedFiles): void {
  describe(title, () => {
    let folder = '';
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'desk-judges-'));
    });
    afterAll(async () => {
      await rm(folder, { recursive: true, force: true });
    });

    it.skipIf(signing !== '')(`pdfsig: valid, and the total document is signed${because(signing)}`, async () => {
      const { pdf, p7s } = filesOf();
      const said = await pdfsigSays(await readFile(pdf), await officeCertificate(p7s));
      expect(said).toContain('Signature is Valid.');
      expect(said).toContain('Total document signed');
      expect(said).toContain('ETSI.CAdES.detached');
    });

    it.skipIf(signing !== '')(`openssl cms -verify -cades agrees for PDF and DOCX${because(signing)}`, async () => {
      const { pdf, docx, p7s } = filesOf();
      const trusted = await officeCertificate(p7s);
      const { cms, content } = splitSignature(await readFile(pdf));
      expect(await opensslVerifies(cms, content, trusted)).toMatchObject({ status: 0 });
      expect(await opensslVerifies(await readFile(p7s), await readFile(docx), trusted)).toMatchObject({ status: 0 });
      const changed = Buffer.from(content);
      changed[1000] = (changed[1000] ?? 0) ^ 1;
      expect((await opensslVerifies(cms, changed, trusted)).status).not.toBe(0);
    });

    it.skipIf(drawing !== '')(`qpdf finds nothing wrong and every face is embedded${because(drawing)}`, async () => {
      const { pdf } = filesOf();
      expect(await output('qpdf', '--check', pdf)).toContain('No syntax or stream encoding errors found');
      const faces = (await output('pdffonts', pdf)).trimEnd().split('\n').slice(2);
      expect(faces.length).toBeGreaterThan(1);
      for (const face of faces) expect(face).toMatch(/\s+yes\s+yes\s+yes\s+\d+\s+\d+$/u);
    });

    it.skipIf(drawing !== '')(`poppler and mupdf draw the same ink on every page${because(drawing)}`, async () => {
      const target = await mkdtemp(join(folder, 'pages-'));
      const [poppler, mupdf] = [
        await drawWithPoppler(filesOf().pdf, target, 150),
        await drawWithMupdf(filesOf().pdf, target, 150),
      ];
      expect(poppler.length).toBe(mupdf.length);
      const whole = { left: 0, top: 0, right: 1, bottom: 1 };
      poppler.forEach((page, index) => {
        const [a, b] = [inkIn(page, whole), inkIn(mupdf[index] ?? page, whole)];
        expect(a).toBeGreaterThan(0.003);
        expect(Math.abs(a - b) / a).toBeLessThan(0.05);
      });
    });

    it.skipIf(office !== '')(
      `LibreOffice opens the DOCX, which says the same as the PDF${because(office)}`,
      async () => {
        const { docx, pdf } = filesOf();
        const target = await mkdtemp(join(folder, 'office-'));
        const profile = `-env:UserInstallation=${pathToFileURL(join(target, 'profile')).href}`;
        await output('soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', target, docx);
        const converted = (await readdir(target)).find((name) => name.endsWith('.pdf')) ?? '';
        expect(basename(converted, '.pdf')).toBe(basename(docx, '.docx'));
        const words = async (path: string): Promise<readonly string[]> => {
          const text = withoutSpace(await output('pdftotext', path, '-')).replace(/—\d+—/gu, '');
          return [...text].sort();
        };
        const [theirs, ours] = [await words(join(target, converted)), await words(pdf)];
        // Table heads repeat where a page breaks, which may be elsewhere: all else is the same characters.
        expect(Math.abs(theirs.length - ours.length)).toBeLessThan(60);
        expect(new Set(theirs)).toEqual(new Set(ours));
      },
    );
  });
}
