import { describe, expect, it } from 'vitest';
import { derOid, derOctets, derSequence, derSetOf, derValue } from '../../../../electron/services/sign/der.ts';
import { oids } from '../../../../electron/services/sign/oids.ts';
import { signPdf } from '../../../../electron/services/sign/sign-pdf.ts';
import { verifyPdf } from '../../../../electron/services/sign/verify-pdf.ts';
import { signatureProblems } from '../../../../shared/sign/problems.ts';
import { makeAuthority, makeIdentity, signerOf } from '../../../support/certificates.ts';
import {
  certificatesAttribute,
  forgeCms,
  insert,
  overwrite,
  resign,
  signingTimeAttribute,
  withContents,
  withoutAttribute,
  type CmsParts,
} from './forgery.ts';
import { details, makePdf, takeApart } from './signed-pdf.ts';

const identity = makeIdentity('rsa');
const signer = signerOf(identity);
const plain = await makePdf();
const signed = await signPdf(plain, signer, details);
const { cms, gap } = takeApart(signed);
const stranger = makeIdentity('ec', { commonName: '无关证书' }).certificates[0] ?? new Uint8Array();
const unsignedAttribute = derValue(
  0xa1,
  derSequence(derOid(oids.messageDigest), derSetOf(derOctets(new Uint8Array(4)))),
);

/** What the verifier says of the file with forged contents: its verdict and every problem of its only signature. */
function afterForging(change: (parts: CmsParts) => Partial<CmsParts>): readonly string[] {
  const report = verifyPdf(withContents(signed, forgeCms(cms, change)));
  return [report.verdict, ...report.signatures.flatMap(({ problems }) => problems)];
}

describe('verifying a PDF', () => {
  it('finds a forgery bench that changes nothing to be valid', () => {
    expect(afterForging(() => ({}))).toEqual(['valid']);
    expect(afterForging(({ attributes }) => resign(attributes, identity.privateKey))).toEqual(['valid']);
  });

  it('tells an unsigned PDF from one that is not whole', () => {
    expect(verifyPdf(plain)).toMatchObject({ verdict: 'unsigned', problems: [signatureProblems.noSignature] });
    expect(verifyPdf(plain.subarray(0, plain.length - 10)).verdict).toBe('unreadable');
    expect(verifyPdf(new Uint8Array()).verdict).toBe('unreadable');
  });

  it('does not take a file for unsigned whose signature was made unrecognisable', () => {
    const at = Buffer.from(signed).indexOf('/ByteRange');
    expect(verifyPdf(overwrite(signed, at, '/BiteRange'))).toMatchObject({
      verdict: 'invalid',
      problems: [signatureProblems.brokenSignature],
    });
  });

  it.each([
    ['a line feed appended', () => insert(signed, signed.length, '\n'), signatureProblems.bytesAfter],
    [
      'a whole update appended',
      () => insert(signed, signed.length, '\n1 0 obj\n<<>>\nendobj\n%%EOF\n'),
      signatureProblems.bytesAfter,
    ],
    ['the last byte cut', () => Buffer.from(signed.subarray(0, -1)), signatureProblems.rangeBeyondEnd],
    ['a byte put in before the signature', () => insert(signed, 40, ' '), signatureProblems.rangeGap],
    [
      'upper-case hex',
      () => overwrite(signed, gap[0] + 1, Buffer.from(cms).toString('hex').toUpperCase()),
      signatureProblems.hexNotCanonical,
    ],
    ['a space in the hex', () => overwrite(signed, gap[1] - 2, ' '), signatureProblems.hexNotCanonical],
    ['padding that is not zero', () => overwrite(signed, gap[1] - 2, '1'), signatureProblems.paddingNotZero],
    ['contents that are no DER', () => overwrite(signed, gap[0] + 1, 'ff'), signatureProblems.notDer],
    ['a byte of the page changed', () => overwrite(signed, 20, 'X'), signatureProblems.digestWrong],
  ])('reports %s', (_, tamper, problem) => {
    const report = verifyPdf(tamper());
    expect(report.verdict).toBe('invalid');
    expect(report.signatures.flatMap(({ problems }) => problems)).toContain(problem);
  });

  it('still names the signer when the content was changed, and does not call it intact', () => {
    expect(verifyPdf(overwrite(signed, 20, 'X')).signatures[0]).toMatchObject({
      signer: '合法性审查专用（测试）',
      intact: false,
      coversWholeFile: true,
    });
    expect(verifyPdf(insert(signed, signed.length, ' ')).signatures[0]).toMatchObject({
      intact: true,
      coversWholeFile: false,
    });
  });

  it.each([
    ['an end that is left out', '0', signatureProblems.bytesAfter],
    ['a start that is left out', '1', signatureProblems.rangeNotFromStart],
  ])('does not accept %s even where the signature itself is right', (_, start, problem) => {
    const text = Buffer.from(signed).toString('latin1');
    const found = /\/ByteRange \[0 (\d+) (\d+) (\d+)/u.exec(text);
    const [range = '', first = '', second = '', rest = ''] = found ?? [];
    const numbers = start === '1' ? [1, Number(first) - 1, second, rest] : [0, first, second, Number(rest) - 1];
    const moved = overwrite(signed, found?.index ?? 0, `/ByteRange [${numbers.join(' ')}`.padEnd(range.length));
    expect(verifyPdf(moved).signatures.flatMap(({ problems }) => problems)).toContain(problem);
  });

  it('does not accept what is written in the signature dictionary twice, escaped or after it', () => {
    const at = Buffer.from(signed).indexOf('/Name <');
    for (const tampered of [
      overwrite(signed, at, '/Type /Sig '),
      overwrite(signed, at, '/N#61me '),
      overwrite(signed, at, '>> /Nam'),
      overwrite(signed, at, '% omment'),
    ]) {
      expect(verifyPdf(tampered)).toMatchObject({
        verdict: 'invalid',
        signatures: [{ problems: [signatureProblems.unreadableDictionary] }],
      });
    }
  });

  it('does not accept what could be changed in the CMS without breaking it', () => {
    expect(afterForging(() => ({ tail: [unsignedAttribute] }))).toEqual([
      'invalid',
      signatureProblems.unsignedAttributes,
    ]);
    expect(afterForging(({ certificates }) => ({ certificates: [...certificates, stranger] }))).toEqual([
      'invalid',
      signatureProblems.certificateNotBound,
    ]);
    const lists = derValue(0xa1);
    expect(afterForging(({ head }) => ({ head: [...head, lists] }))[0]).toBe('invalid');
  });

  it('demands every signed attribute of PAdES and no signed signing time', () => {
    const { privateKey } = identity;
    for (const type of [oids.contentType, oids.messageDigest, oids.signingCertificateV2]) {
      expect(afterForging(({ attributes }) => resign(withoutAttribute(attributes, type), privateKey))).toEqual([
        'invalid',
        signatureProblems.attributesIncomplete,
      ]);
    }
    expect(
      afterForging(({ attributes }) =>
        resign([...attributes, signingTimeAttribute('2026-03-05T01:30:00Z')], privateKey),
      ),
    ).toEqual(['invalid', signatureProblems.signingTimeInPdf]);
  });

  it('demands that the signed attributes name the signer’s certificate first', () => {
    const rename = (...certificates: readonly Uint8Array[]): readonly string[] =>
      afterForging(({ attributes }) =>
        resign(
          [...withoutAttribute(attributes, oids.signingCertificateV2), certificatesAttribute(...certificates)],
          identity.privateKey,
        ),
      );
    expect(rename(signer.certificate)).toEqual(['valid']);
    expect(rename(stranger)).toEqual(['invalid', signatureProblems.certificateMismatch]);
    expect(rename(stranger, signer.certificate)).toEqual(['invalid', signatureProblems.certificateMismatch]);
  });

  it('does not accept a signature by another key under the same certificate', () => {
    const other = makeIdentity('rsa');
    expect(afterForging(({ attributes }) => resign(attributes, other.privateKey))).toEqual([
      'invalid',
      signatureProblems.signatureWrong,
    ]);
  });

  it('does not accept attributes out of order or an unknown digest algorithm', () => {
    expect(afterForging(({ attributes }) => ({ attributes: attributes.toReversed() }))).toEqual([
      'invalid',
      signatureProblems.notDer,
    ]);
    const sha1 = derSequence(derOid('1.3.14.3.2.26'));
    expect(afterForging(({ signerHead }) => ({ signerHead: [...signerHead.slice(0, 2), sha1] }))).toEqual([
      'invalid',
      signatureProblems.unsupportedAlgorithm,
    ]);
  });

  it('binds the issuers that are carried along', async () => {
    const authority = makeAuthority('ec');
    const chained = await signPdf(plain, signerOf(makeIdentity('ec', { issuer: authority })), details);
    expect(verifyPdf(chained).verdict).toBe('valid');
    const apart = takeApart(chained).cms;
    const another = makeAuthority('ec').certificates[0] ?? new Uint8Array();
    const forged = forgeCms(apart, ({ certificates }) => ({
      certificates: certificates.map((der) =>
        Buffer.compare(der, authority.certificates[0] ?? der) === 0 ? another : der,
      ),
    }));
    expect(verifyPdf(withContents(chained, forged)).signatures[0]?.problems).toEqual([
      signatureProblems.certificateNotBound,
    ]);
  });

  it('does not accept a certificate that was not valid at the claimed time', async () => {
    const shortLived = makeIdentity('ec', { notAfter: '2026-03-05T01:30:00Z' });
    const pdf = await signPdf(plain, signerOf(shortLived), details);
    expect(verifyPdf(pdf).verdict).toBe('valid');
    const late = { ...signerOf(shortLived), notAfter: new Date('2030-01-01T00:00:00Z') };
    const signedLate = await signPdf(plain, late, { ...details, claimedTime: '2026-03-05T09:30:01+08:00' });
    expect(verifyPdf(signedLate)).toMatchObject({
      verdict: 'invalid',
      signatures: [{ intact: true, coversWholeFile: true, problems: [signatureProblems.outsideValidity] }],
    });
  });

  it('examines two signatures one by one and does not call them valid together', async () => {
    const twice = await signPdf(signed, signerOf(makeIdentity('ec', { commonName: '后一签名人' })), details);
    const report = verifyPdf(twice);
    expect(report.verdict).toBe('invalid');
    expect(report.problems).toEqual([signatureProblems.several]);
    expect(report.signatures).toMatchObject([
      {
        signer: '合法性审查专用（测试）',
        intact: true,
        coversWholeFile: false,
        problems: [signatureProblems.bytesAfter],
      },
      { signer: '后一签名人', intact: true, coversWholeFile: true, problems: [] },
    ]);
  });
});
