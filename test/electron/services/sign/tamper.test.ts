import { describe, expect, it } from 'vitest';
import { signPdf } from '../../../../electron/services/sign/sign-pdf.ts';
import { verifyPdf } from '../../../../electron/services/sign/verify-pdf.ts';
import { makeAuthority, makeIdentity, signerOf } from '../../../support/certificates.ts';
import { details, makePdf } from './signed-pdf.ts';
import { reshapings, signatureOffsets, spreadOffsets, structureOffsets, unnoticedFlips } from './tampering.ts';

// The full run, every byte of the structure and 500 flips over an export, is `npm run bench:tamper`.
const files = [
  { name: 'RSA', signer: signerOf(makeIdentity('rsa')), table: false },
  { name: 'P-256 with its issuer', signer: signerOf(makeIdentity('ec', { issuer: makeAuthority('ec') })), table: true },
];

describe.each(files)('a PDF signed with $name', ({ signer, table }) => {
  it('reports a flip in any of 120 places spread over the file', async () => {
    const pdf = Buffer.from(await signPdf(await makePdf({ table }), signer, details));
    expect(verifyPdf(pdf).verdict).toBe('valid');
    expect(unnoticedFlips(pdf, spreadOffsets(pdf.length, 120, 20260305), 7)).toEqual([]);
    expect(verifyPdf(pdf).verdict).toBe('valid');
  });

  it('reports a flip in any byte of the signature itself, its padding included', async () => {
    const pdf = Buffer.from(await signPdf(await makePdf({ table }), signer, details));
    const offsets = signatureOffsets(pdf);
    expect(offsets.length).toBeGreaterThan(16_386);
    expect(unnoticedFlips(pdf, offsets, 11)).toEqual([]);
  });

  it('reports every change of length and of padding', async () => {
    const pdf = Buffer.from(await signPdf(await makePdf({ table }), signer, details));
    for (const [name, changed] of reshapings(pdf)) expect([name, verifyPdf(changed).verdict]).not.toContain('valid');
  });

  it('has a structure whose bytes are counted without the stream data', async () => {
    const pdf = Buffer.from(await signPdf(await makePdf({ table }), signer, details));
    const offsets = new Set(structureOffsets(pdf));
    const inStream = pdf.indexOf('stream\n', 0, 'latin1') + 9;
    expect(offsets.has(inStream)).toBe(false);
    for (const mark of ['%PDF', 'endstream', '/ByteRange', 'startxref', '%%EOF']) {
      expect(offsets.has(pdf.lastIndexOf(mark, undefined, 'latin1'))).toBe(true);
    }
  });
});
