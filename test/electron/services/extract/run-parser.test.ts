import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endedItself } from '../../../../electron/jobs/parser-protocol.ts';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';
import type { ParserProcess } from '../../../../electron/services/extract/parser-port.ts';
import { forkParser, parseInProcess } from '../../../../electron/services/extract/run-parser.ts';
import { fixedEnvironment } from '../../../support/environment.ts';

const fixtures = join(import.meta.dirname, '..', '..', '..', 'fixtures');

let folder = '';
let pids: number[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-parser-'));
  pids = [];
});
afterEach(async () => {
  expect(pids.filter(isRunning)).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Forks as the application does and remembers the process, to see afterwards that it is gone. */
function start(script: string, heap?: number): ParserProcess {
  const child = forkParser(script, heap);
  if (child.pid !== null) pids.push(child.pid);
  return child;
}

/** A parser process that does something else than parse. */
async function scripted(code: string): Promise<string> {
  const path = join(folder, 'parser.mjs');
  await writeFile(path, code);
  return path;
}

async function draft(content: string | Uint8Array, name = '草案.txt'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** A PDF of some 100 kB whose one page says a letter two million times over, which takes pdf.js a long while. */
function busyPdf(): Uint8Array {
  const content = deflateSync('BT /F1 9 Tf 9 9 Td (a) Tj ET\n'.repeat(2_000_000), { level: 1 });
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  const head = objects.map((object, index) => `${index + 1} 0 obj${object}endobj\n`).join('');
  return Buffer.concat([
    Buffer.from(`%PDF-1.4\n${head}5 0 obj<</Length ${content.length}/Filter/FlateDecode>>stream\n`, 'latin1'),
    content,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF\n', 'latin1'),
  ]);
}

describe('the real parser process', () => {
  it('reads a PDF and says which bytes it read', async () => {
    const parsed = await parseInProcess(join(fixtures, 'pdf', 'skia.pdf'), fixedEnvironment(), { start });
    expect(parsed.extraction.paragraphs[0]?.text).toBe('卧龙区人民政府工作办法');
    expect(parsed.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(pids).toHaveLength(1);
  });

  it('goes by content and not by name', async () => {
    const path = await draft(readFileSync(join(fixtures, 'pdf', 'scan.pdf')), '草案.txt');
    await expect(parseInProcess(path, fixedEnvironment(), { start })).rejects.toMatchObject({ code: 'no-text' });
  });

  it.each([
    [
      'an unsupported format',
      '草案.doc',
      '<w:wordDocument>',
      'unsupported-format',
      '文件“草案.doc”是 Word 2003 XML 文档',
    ],
    ['a file without text', '草案.txt', ' \n', 'no-text', '文件“草案.txt”：文本文件里没有文字'],
    ['a damaged PDF', '草案.pdf', '%PDF-1.7 and nothing else', 'damaged-file', '文件“草案.pdf”：PDF 已损坏'],
  ])('names the file when it refuses %s', async (_, name, content, code, words) => {
    const path = await draft(content, name);
    await expect(parseInProcess(path, fixedEnvironment(), { start })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words) as string,
    });
  });

  it('calls the file what the person calls it', async () => {
    const path = await draft('<w:wordDocument>', '0f3a');
    await expect(parseInProcess(path, fixedEnvironment(), { start, name: '管理办法.doc' })).rejects.toThrow(
      '文件“管理办法.doc”是 Word 2003 XML',
    );
  });

  it('refuses what is missing, is a folder, or is larger than the limit', async () => {
    const env = fixedEnvironment();
    const limits = { ...defaultLimits, maxFileBytes: 10 };
    await expect(parseInProcess(join(folder, 'no.txt'), env, { start })).rejects.toMatchObject({ code: 'not-found' });
    await expect(parseInProcess(folder, env, { start })).rejects.toMatchObject({ code: 'not-readable' });
    await expect(parseInProcess(await draft('0123456789a'), env, { start, limits })).rejects.toMatchObject({
      code: 'limit-exceeded',
    });
  });

  it('does not outlive its time over a PDF that keeps pdf.js busy', async () => {
    const path = await draft(busyPdf(), '草案.pdf');
    await expect(parseInProcess(path, fixedEnvironment(), { start, wallClock: 1500 })).rejects.toMatchObject({
      code: 'limit-exceeded',
      message: expect.stringContaining('草案.pdf') as string,
    });
  });

  it.each([
    ['its time is over', { wallClock: 1500, maxMemory: 1e12 }, endedItself.time],
    ['its memory is full', { wallClock: 60_000, maxMemory: 1e6 }, endedItself.memory],
  ])('ends itself when %s and nobody kills it', async (_, bounds, words) => {
    const child = start(fixedEnvironment().parser);
    const ended = new Promise<string>((settle) => child.onExit(({ stderr }) => settle(stderr)));
    const path = await draft(busyPdf(), '草案.pdf');
    child.send({ path, name: '草案.pdf', assets: fixedEnvironment().assets, limits: defaultLimits, ...bounds });
    expect(await ended).toContain(words);
  });

  it('ends when its parent lets go of it', async () => {
    const child = fork(fixedEnvironment().parser, [], { stdio: 'ignore' });
    if (child.pid !== undefined) pids.push(child.pid);
    const ended = once(child, 'exit');
    child.disconnect();
    expect(await ended).toEqual([expect.any(Number), null]);
  });
});

describe('a parser process that goes wrong', () => {
  it('is killed when its time is up, even in an endless loop', async () => {
    const parser = await scripted('process.on("message", () => { for (;;); });');
    const started = Date.now();
    await expect(
      parseInProcess(await draft('x'), fixedEnvironment({ parser }), { start, wallClock: 500 }),
    ).rejects.toMatchObject({ code: 'limit-exceeded', message: expect.stringContaining('没有读完') as string });
    expect(Date.now() - started).toBeLessThan(20_000);
  });

  it.runIf(process.platform === 'linux')('is killed when it takes too much memory outside the heap', async () => {
    const parser = await scripted(
      'const kept = []; process.on("message", () => setInterval(() => kept.push(new Uint8Array(2e7).fill(1)), 20));',
    );
    await expect(
      parseInProcess(await draft('x'), fixedEnvironment({ parser }), { start, maxMemory: 2e8 }),
    ).rejects.toMatchObject({ code: 'limit-exceeded', message: expect.stringContaining('内存') as string });
  });

  it('counts a full heap as too much memory', async () => {
    const parser = await scripted(
      'const kept = []; process.on("message", () => { for (;;) kept.push(new Array(1e6).fill(0.5)); });',
    );
    const options = { start: (script: string) => start(script, 64) };
    await expect(parseInProcess(await draft('x'), fixedEnvironment({ parser }), options)).rejects.toMatchObject({
      code: 'limit-exceeded',
      message: expect.stringContaining('内存') as string,
    });
  });

  it.each([
    ['ends without an answer', 'process.on("message", () => process.exit(0));'],
    ['cannot even start', 'import "./nothing-there.mjs";'],
    ['crashes', 'process.on("message", () => { throw new Error("boom"); });'],
    ['is killed by somebody else', 'process.on("message", () => process.kill(process.pid, "SIGKILL"));'],
  ])('is reported when it %s, with what it wrote in the log', async (_, code) => {
    const logged: unknown[] = [];
    const env = fixedEnvironment({ parser: await scripted(code), log: (error) => logged.push(error) });
    await expect(parseInProcess(await draft('x'), env, { start })).rejects.toMatchObject({
      code: 'parser-failed',
      message: expect.stringContaining('草案.txt') as string,
    });
    expect(logged).toHaveLength(1);
  });

  const paragraph = {
    part: 'body',
    label: null,
    text: 'x',
    originalLabel: null,
    originalText: null,
    deleted: false,
    style: null,
    outline: null,
    alignment: null,
    page: 1,
  };
  const answer = (extraction: object) => ({ kind: 'extraction', sha256: 'a'.repeat(64), extraction });
  const whole = { format: 'pdf', paragraphs: [paragraph], xray: [], warnings: [] };

  it.each([
    ['nothing known', { hello: 1 }],
    ['a paragraph of the wrong kind', answer({ ...whole, paragraphs: [{ ...paragraph, text: 7 }] })],
    ['an unknown format', answer({ ...whole, format: 'exe' })],
    ['a note past the end', answer({ ...whole, xray: [{ kind: 'comment', detail: '', paragraph: 1 }] })],
    ['a hash that is none', { ...answer(whole), sha256: 'x' }],
    ['an unknown error code', { kind: 'refused', code: 'no-such-code', message: 'x' }],
    ['a bug', { kind: 'failed', detail: 'TypeError: x' }],
  ])('is not believed when it answers %s', async (_, reply) => {
    const parser = await scripted(`process.on("message", () => process.send(${JSON.stringify(reply)}));`);
    await expect(parseInProcess(await draft('x'), fixedEnvironment({ parser }), { start })).rejects.toMatchObject({
      code: 'parser-failed',
    });
  });

  it('is believed when it answers what the schema asks for', async () => {
    const parser = await scripted(`process.on("message", () => process.send(${JSON.stringify(answer(whole))}));`);
    const parsed = await parseInProcess(await draft('x'), fixedEnvironment({ parser }), { start });
    expect(parsed.extraction).toEqual(whole);
  });

  it('gets none of the variables of its parent, and no code from strings', async () => {
    const parser = await scripted(`process.on("message", () => {
      let evaluated = 'yes';
      try { new Function('return 1')(); } catch { evaluated = 'no'; }
      process.send({ kind: 'refused', code: 'no-text', message: Object.keys(process.env).filter((k) => k !== 'NODE_CHANNEL_FD' && k !== 'NODE_CHANNEL_SERIALIZATION_MODE').join() + '|' + evaluated });
    });`);
    await expect(parseInProcess(await draft('x'), fixedEnvironment({ parser }), { start })).rejects.toThrow(
      process.platform === 'win32' ? '|no' : '文件“草案.txt”：|no',
    );
  });
});

describe('cancelling', () => {
  it('kills the process that is under way', async () => {
    const parser = await scripted('process.on("message", () => { for (;;); });');
    const abort = new AbortController();
    const parsing = parseInProcess(await draft('x'), fixedEnvironment({ parser, signal: abort.signal }), {
      start: (script) => {
        const child = start(script);
        return {
          ...child,
          send: (request) => {
            child.send(request);
            abort.abort();
          },
        };
      },
    });
    await expect(parsing).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('starts nothing once it has happened', async () => {
    const env = fixedEnvironment({ signal: AbortSignal.abort() });
    await expect(parseInProcess(await draft('x'), env, { start })).rejects.toMatchObject({ code: 'cancelled' });
    expect(pids).toEqual([]);
  });
});
