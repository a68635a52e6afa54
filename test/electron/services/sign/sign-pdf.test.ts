import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { readAttachment } from '../../../../electron/services/export/pdf-attachment.ts';
import { signPdf } from '../../../../electron/services/sign/sign-pdf.ts';
import { verifyPdf } from '../../../../electron/services/sign/verify-pdf.ts';
import { makeAuthority, makeIdentity, signerOf, type TestIdentity } from '../../../support/certificates.ts';
import { opensslVerifies, pdfsigSays } from '../../../support/openssl-signatures.ts';
import { mustRun, runTool, withFolder } from '../../../support/openssl.ts';
import { missingTools } from '../../../support/tools.ts';
import { claimedTime, details, makePdf, takeApart } from './signed-pdf.ts';

const authority = makeAuthority('rsa');
const middle = makeIdentity('ec', { issuer: authority, commonName: '测试中级证书', isAuthority: true });
const identities: readonly { readonly name: string; readonly identity: TestIdentity }[] = [
  { name: 'RSA, self-signed', identity: makeIdentity('rsa') },
  { name: 'P-256, self-signed', identity: makeIdentity('ec') },
  { name: 'RSA, issued by an authority', identity: makeIdentity('rsa', { issuer: authority }) },
  { name: 'P-256, at the end of a chain of three', identity: makeIdentity('ec', { issuer: middle }) },
];
const rsa = signerOf(identities[0]?.identity ?? authority);

function trustedOf(identity: TestIdentity): Uint8Array {
  return identity.certificates.at(-1) ?? new Uint8Array();
}

describe('signing a PDF', () => {
  it.each(identities)('is accepted by the verifier: $name', async ({ identity }) => {
    const report = verifyPdf(await signPdf(await makePdf(), signerOf(identity), details));
    expect(report).toMatchObject({
      verdict: 'valid',
      problems: [],
      signatures: [
        { signer: '合法性审查专用（测试）', claimedTime, intact: true, coversWholeFile: true, problems: [] },
      ],
    });
  });

  it.each([true, false])('appends to the file and covers it from first byte to last (table: %s)', async (table) => {
    const pdf = await makePdf({ table });
    const signed = Buffer.from(await signPdf(pdf, rsa, details));
    expect(signed.subarray(0, pdf.length).equals(Buffer.from(pdf))).toBe(true);
    const range = /\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/u.exec(signed.toString('latin1'))?.slice(1).map(Number) ?? [];
    const [gapStart = 0, gapEnd = 0, rest = 0] = range;
    expect(gapEnd + rest).toBe(signed.length);
    expect(signed.toString('latin1', gapStart, gapEnd)).toMatch(/^<[0-9a-f]{16384}>$/u);
    expect(signed.toString('latin1', signed.length - 8)).toMatch(/%%EOF\s*$/u);
    // The update keeps to the kind of cross-reference that the file has.
    expect(/\nxref\n/u.test(signed.toString('latin1', pdf.length))).toBe(table);
  });

  it('gives the same bytes twice with RSA', async () => {
    const pdf = await makePdf();
    const [one, two] = [await signPdf(pdf, rsa, details), await signPdf(pdf, rsa, details)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });

  it('writes name, reason and place in Chinese and the claimed time with its zone', async () => {
    const text = Buffer.from(await signPdf(await makePdf(), rsa, details)).toString('latin1');
    const utf16 = (value: string): string => `<feff${Buffer.from(value, 'utf16le').swap16().toString('hex')}>`;
    expect(text).toContain(`/Name ${utf16(details.name)}`);
    expect(text).toContain(`/Reason ${utf16(details.reason)}`);
    expect(text).toContain(`/Location ${utf16(details.location)}`);
    expect(text).toContain("/M (D:20260305093000+08'00')");
    expect(text).toContain('/SubFilter /ETSI.CAdES.detached');
  });

  it('leaves the pages as they are: one field without a visible box', async () => {
    const pdf = await makePdf({ pages: 3 });
    const signed = await PDFDocument.load(await signPdf(pdf, rsa, details), { updateMetadata: false });
    expect(signed.getPageCount()).toBe(3);
    const fields = signed.getForm().getFields();
    expect(fields.map((field) => field.getName())).toEqual(['Signature1']);
    expect(fields[0]?.acroField.getWidgets().map((widget) => widget.getRectangle())).toEqual([
      { x: 0, y: 0, width: 0, height: 0 },
    ]);
  });

  it('keeps what is attached', async () => {
    const record = Buffer.from('{"schema":"review-record/1"}');
    const signed = await signPdf(await makePdf({ record }), rsa, details);
    expect(Buffer.from((await readAttachment(signed, 'review-record.json')) ?? []).equals(record)).toBe(true);
  });

  it('refuses a certificate that has expired or is not yet valid at the claimed time', async () => {
    const pdf = await makePdf();
    const expired = signerOf(makeIdentity('ec', { notAfter: '2026-03-05T01:29:59Z' }));
    const future = signerOf(makeIdentity('ec', { notBefore: '2026-03-05T01:30:01Z' }));
    await expect(signPdf(pdf, expired, details)).rejects.toMatchObject({
      code: 'certificate-unusable',
      message: expect.stringContaining('已于 2026-03-05 到期') as string,
    });
    await expect(signPdf(pdf, future, details)).rejects.toMatchObject({
      code: 'certificate-unusable',
      message: expect.stringContaining('自 2026-03-05 起才有效') as string,
    });
  });

  it('refuses what is no PDF in words', async () => {
    await expect(signPdf(Buffer.from('%PDF-1.7\nnonsense'), rsa, details)).rejects.toMatchObject({
      code: 'damaged-file',
    });
  });

  const needsPdfsig = missingTools('pdfsig', 'certutil');
  it.skipIf(needsPdfsig !== '').each(identities)(
    `is valid to poppler, the whole document signed: $name${needsPdfsig && ` (${needsPdfsig})`}`,
    async ({ identity }) => {
      const said = await pdfsigSays(await signPdf(await makePdf(), signerOf(identity), details), trustedOf(identity));
      expect(said).toContain('Signature is Valid.');
      expect(said).toContain('Total document signed');
      expect(said).toContain('ETSI.CAdES.detached');
      expect(said).toContain('合法性审查专用（测试）');
      if (identity.certificates.length > 1) expect(said).toContain('Certificate is Trusted.');
    },
  );

  it.skipIf(needsPdfsig !== '')(
    `is not valid to poppler once a byte of a page has changed${needsPdfsig && ` (${needsPdfsig})`}`,
    async () => {
      const signed = Buffer.from(await signPdf(await makePdf(), rsa, details));
      const at = signed.indexOf('stream') + 20;
      signed.writeUInt8((signed[at] ?? 0) ^ 1, at);
      const said = await pdfsigSays(signed, rsa.certificate);
      expect(said).not.toContain('Signature is Valid.');
      expect(said).toContain('Digest Mismatch');
    },
  );

  const needsOpenssl = missingTools('openssl');
  it.skipIf(needsOpenssl !== '').each(identities)(
    `is valid CAdES to OpenSSL: $name${needsOpenssl && ` (${needsOpenssl})`}`,
    async ({ identity }) => {
      const { cms, content } = takeApart(await signPdf(await makePdf(), signerOf(identity), details));
      const good = await opensslVerifies(cms, content, trustedOf(identity));
      expect(good).toMatchObject({ status: 0 });
      expect(good.output).toContain('CAdES Verification successful');
      content.writeUInt8((content[100] ?? 0) ^ 1, 100);
      expect((await opensslVerifies(cms, content, trustedOf(identity))).status).not.toBe(0);
    },
  );

  it.skipIf(needsOpenssl !== '')(
    `has no signing time and no unsigned attribute in its CMS${needsOpenssl && ` (${needsOpenssl})`}`,
    async () => {
      const { cms } = takeApart(await signPdf(await makePdf(), rsa, details));
      await withFolder((folder) => {
        writeFileSync(join(folder, 'cms.der'), cms);
        const text = mustRun('openssl', 'cms', '-cmsout', '-print', '-inform', 'DER', '-in', join(folder, 'cms.der'));
        expect(text).toContain('id-smime-aa-signingCertificateV2');
        expect(text).not.toContain('signingTime');
        expect(text).toMatch(/unsignedAttrs:\s+<ABSENT>/u);
      });
    },
  );

  const needsPdftoppm = missingTools('pdftoppm');
  it.skipIf(needsPdftoppm !== '')(
    `shows the same pixels as before${needsPdftoppm && ` (${needsPdftoppm})`}`,
    async () => {
      const pdf = await makePdf();
      const signedPdf = await signPdf(pdf, rsa, details);
      await withFolder((folder) => {
        const [before, after] = [pdf, signedPdf].map((bytes, index) => {
          writeFileSync(join(folder, `${index}.pdf`), bytes);
          mustRun(
            'pdftoppm',
            '-r',
            '50',
            '-f',
            '1',
            '-l',
            '1',
            '-singlefile',
            join(folder, `${index}.pdf`),
            join(folder, `${index}`),
          );
          return readFileSync(join(folder, `${index}.ppm`));
        });
        expect(before?.length).toBeGreaterThan(10_000);
        expect(after?.equals(before ?? Buffer.of())).toBe(true);
      });
    },
  );

  const needsQpdf = missingTools('qpdf');
  it.skipIf(needsQpdf !== '').each([true, false])(
    `is clean to qpdf (table: %s)${needsQpdf && ` (${needsQpdf})`}`,
    async (table) => {
      await withFolder(async (folder) => {
        writeFileSync(join(folder, 'a.pdf'), await signPdf(await makePdf({ table }), rsa, details));
        expect(runTool('qpdf', '--check', join(folder, 'a.pdf'))).toMatchObject({ status: 0 });
      });
    },
  );
});
