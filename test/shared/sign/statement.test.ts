import { describe, expect, it } from 'vitest';
import { officeCertificateName, signatureStatement, signatureStatementText } from '../../../shared/sign/statement.ts';

describe('what is said of signatures', () => {
  it('names the limit of each claim', () => {
    expect(signatureStatementText).toContain('不能代替机关公章');
    expect(signatureStatementText).toContain('不是《中华人民共和国电子签名法》所称的可靠电子签名');
    expect(signatureStatementText).toContain('只是声称');
    expect(signatureStatement.brief).toContain('不能代替公章');
  });

  it('is on the office certificate itself, within 64 characters', () => {
    expect(officeCertificateName('卧龙区司法局')).toEqual({
      organization: '卧龙区司法局',
      commonName: '卧龙区司法局 法审台本机证书（自签名）',
    });
    const long = officeCertificateName('局'.repeat(100));
    expect([...long.commonName]).toHaveLength(64);
    expect(long.commonName).toMatch(/（自签名）$/u);
    expect([...long.organization]).toHaveLength(64);
  });
});
