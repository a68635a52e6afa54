import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { isAppUrl } from './origin.ts';

/** Every kind of file the renderer is made of; what is not listed is not served. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
};

/** A path segment as the build emits them: no dot first, no separator, drive, stream or device of any system. */
const plainSegment = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/u;

/** Stands in `index.html` where each load puts its own nonce. */
const noncePlaceholder = '__CSP_NONCE__';

/** What the protocol answers. */
export interface AppResponse {
  readonly status: 200 | 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * The file an address of the application stands for, or null where there is none.
 * @param address untrusted
 * @param folder absolute path of the built renderer; what comes back always lies inside
 */
export function resolveAppFile(address: string, folder: string): string | null {
  if (!isAppUrl(address)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  const segments = (path === '' || path === '/' ? '/index.html' : path).slice(1).split('/');
  if (!segments.every((segment) => plainSegment.test(segment))) return null;
  const file = join(folder, ...segments);
  // The segments alone already rule out an escape; the second lock stays should they ever be loosened.
  const inside = relative(folder, file);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  return extname(file).toLowerCase() in mediaTypes ? file : null;
}

/**
 * Answers one request for a file of the renderer, with the policy in the header of every answer.
 * @param folder absolute path of the built renderer
 * @param nonce fresh for every call
 */
export async function respondFromApp(
  request: { readonly method: string; readonly url: string },
  folder: string,
  nonce: string,
): Promise<AppResponse> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, nonce);
  const file = resolveAppFile(request.url, folder);
  const bytes = file === null ? null : await readFile(file).catch(() => null);
  if (file === null || bytes === null) return refusal(404, nonce);
  const extension = extname(file).toLowerCase();
  const body = extension === '.html' ? withNonce(bytes, nonce) : new Uint8Array(bytes);
  return {
    status: 200,
    headers: headers(mediaTypes[extension] ?? 'application/octet-stream', nonce),
    body: request.method === 'HEAD' ? new Uint8Array() : body,
  };
}

function withNonce(html: Uint8Array, nonce: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(new TextDecoder().decode(html).replaceAll(noncePlaceholder, nonce));
}

function refusal(status: 404 | 405, nonce: string): AppResponse {
  return { status, headers: headers('text/plain; charset=utf-8', nonce), body: new Uint8Array() };
}

function headers(mediaType: string, nonce: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}
