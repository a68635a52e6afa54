import fc from 'fast-check';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveAppFile, respondFromApp } from '../../../electron/shell/app-protocol.ts';
import { appOrigin } from '../../../electron/shell/origin.ts';

const folder = join(tmpdir(), 'desk-renderer');

/** Whether a path lies strictly inside the folder. */
function isInside(file: string): boolean {
  const inside = relative(folder, file);
  return inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
}

describe('resolving an address of the application', () => {
  const valid: readonly (readonly [string, string])[] = [
    ['app://desk/index.html', 'index.html'],
    ['app://desk/', 'index.html'],
    ['app://desk', 'index.html'],
    ['app://desk/assets/index-BIKAlzwA.js?v=1#top', 'assets/index-BIKAlzwA.js'],
    ['app://desk/pdfjs/cmaps/78-EUC-H.bcmap', 'pdfjs/cmaps/78-EUC-H.bcmap'],
    ['app://desk/%69ndex.html', 'index.html'],
  ];
  it.each(valid)('%s is a file of the renderer', (address, file) => {
    expect(resolveAppFile(address, folder)).toBe(join(folder, file));
  });

  it.each([
    'app://desk/../package.json',
    'app://desk/..%2fpackage.json',
    'app://desk/%2e%2e%2fpackage.json',
    'app://desk/assets/..%5c..%5cpackage.json',
    'app://desk/..\\..\\package.json',
    'app://desk//etc/hosts.json',
    'app://desk/%2fetc%2fhosts.json',
    'app://desk/C:/Windows/win.json',
    'app://desk/C%3a%5cWindows%5cwin.json',
    'app://desk/%5c%5cserver%5cshare%5cx.js',
    'app://desk/index.html::$DATA',
    'app://desk/index.html%00.js',
    'app://desk/index.html%20',
    'app://desk/index.html.',
    'app://desk/.env.json',
    'app://desk/assets/',
    'app://desk/%',
    'app://desk/main.ts',
    'app://desk.evil/index.html',
    'app://evil/index.html',
    'app://desk:80/index.html',
    'app://user@desk/index.html',
    'https://desk/index.html',
    'file:///etc/hosts.json',
    'index.html',
    '',
  ])('%j is nothing', (address) => {
    const file = resolveAppFile(address, folder);
    // A browser shortens `..` itself; what is left may name a file inside, never one outside.
    expect(file === null || isInside(file)).toBe(true);
    if (!address.includes('/../') && !address.includes('\\')) expect(file).toBeNull();
  });

  const hostile = fc.array(
    fc.oneof(
      fc.constantFrom('..', '.', '/', '\\', '%2e', '%2E%2e', '%2f', '%5c', '%00', '%25', ':', 'C:', '~', ' ', '%', 'a'),
      fc.constantFrom('index.html', 'assets', '.js', '.json', '$DATA', '//', '?', '#', '@', '中'),
      fc.string({ maxLength: 4, unit: 'binary' }),
    ),
    { maxLength: 12 },
  );

  it('never leads out of the renderer, whatever the path', () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        const file = resolveAppFile(`${appOrigin}/${parts.join('')}`, folder);
        return file === null || isInside(file);
      }),
      { numRuns: 10_000, seed: 20260301 },
    );
  });

  it('serves nothing at any other address', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('http:', 'https:', 'file:', 'ws:', 'blob:', 'data:', 'apps:', '', 'xapp:'),
        fc.constantFrom('//desk/', '//desk@evil/', '//evil/desk/', '///', 'desk/'),
        fc.string(),
        (scheme, host, path) => resolveAppFile(scheme + host + path, folder) === null,
      ),
      { numRuns: 1000, seed: 20260301 },
    );
  });
});

describe('answering a request', () => {
  let root = '';
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'desk-protocol-'));
    mkdirSync(join(root, 'assets'));
    writeFileSync(join(root, 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__"><p>审</p>');
    writeFileSync(join(root, 'assets', 'index.js'), 'export {};');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('sends the page with its own nonce in the policy and in the page', async () => {
    const answer = await respondFromApp({ method: 'GET', url: 'app://desk/index.html' }, root, 'abc123');
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc123'; font-src 'self'; " +
        "img-src 'self' blob: data:; connect-src 'self'; worker-src 'self' blob:; frame-src 'none'; " +
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
    expect(new TextDecoder().decode(answer.body)).toBe('<meta property="csp-nonce" nonce="abc123"><p>审</p>');
  });

  it('sends a script byte for byte under its own type', async () => {
    const answer = await respondFromApp({ method: 'GET', url: 'app://desk/assets/index.js' }, root, 'n');
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(new TextDecoder().decode(answer.body)).toBe('export {};');
  });

  it.each([
    ['GET', 'app://desk/assets/missing.js', 404],
    ['GET', 'app://desk/assets', 404],
    ['GET', 'app://evil/index.html', 404],
    ['POST', 'app://desk/index.html', 405],
  ])('%s %s is refused with %i and still carries the policy', async (method, url, status) => {
    const answer = await respondFromApp({ method, url }, root, 'n');
    expect(answer.status).toBe(status);
    expect(answer.body).toHaveLength(0);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });
});
