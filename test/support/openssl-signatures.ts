import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, pem, runTool, withFolder, type ToolAnswer } from './openssl.ts';

/** What OpenSSL says of a detached CMS structure, signing-certificate-v2 included. */
export function opensslVerifies(cms: Uint8Array, content: Uint8Array, trusted: Uint8Array): Promise<ToolAnswer> {
  return withFolder((folder) => {
    const file = (name: string): string => join(folder, name);
    writeFileSync(file('cms.der'), cms);
    writeFileSync(file('content.bin'), content);
    writeFileSync(file('ca.pem'), pem('CERTIFICATE', trusted));
    const input = ['-inform', 'DER', '-in', file('cms.der'), '-content', file('content.bin')];
    const rules = ['-verify', '-cades', '-binary', '-purpose', 'any', '-CAfile', file('ca.pem')];
    return runTool('openssl', 'cms', ...rules, ...input, '-out', file('out.bin'));
  });
}

/** What poppler says of a PDF's signatures when it trusts this certificate. */
export function pdfsigSays(pdf: Uint8Array, trusted: Uint8Array): Promise<string> {
  return withFolder((folder) => {
    const database = `sql:${folder}`;
    writeFileSync(join(folder, 'ca.pem'), pem('CERTIFICATE', trusted));
    writeFileSync(join(folder, 'file.pdf'), pdf);
    mustRun('certutil', '-N', '-d', database, '--empty-password');
    mustRun('certutil', '-A', '-d', database, '-n', 'ca', '-t', 'CT,C,C', '-i', join(folder, 'ca.pem'));
    return runTool('pdfsig', '-nssdir', database, join(folder, 'file.pdf')).output;
  });
}
