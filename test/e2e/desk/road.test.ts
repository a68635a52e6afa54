import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { p12Variants } from '../../electron/services/sign/p12-matrix.ts';
import { contract, type CallId, type CallOutput } from '../../../shared/contract/contract.ts';
import { desk, type DeskRun } from '../../support/desk.ts';
import { resources } from '../../support/resources.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-road-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The JSON of a run, held against the contract of its call. */
function parse<Id extends CallId>(id: Id, stdout: string): CallOutput<Id> {
  return contract[id].output.parse(JSON.parse(stdout)) as CallOutput<Id>;
}

const samples = [
  { kind: 'normative', title: '卧龙区农贸市场管理办法（试行）', articles: 20, chapters: 5, conclusion: 'modify' },
  { kind: 'agreement', title: '卧龙区智慧停车项目合作协议', articles: 10, chapters: 0, conclusion: 'modify-then-sign' },
] as const;

async function hashes(path: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(path);
  const entries = names.map(
    async (name) =>
      [
        name,
        createHash('sha256')
          .update(await readFile(join(path, name)))
          .digest('hex'),
      ] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

describe.each(samples)('the road with the $kind sample', (sample) => {
  const source = join(resources, 'samples', sample.kind);
  let result: CallOutput<'opinion.review'>;

  beforeAll(async () => {
    const before = await hashes(join(source, '送审材料'));
    const run = await desk(
      join(folder, 'data'),
      ...['review', join(source, '送审材料'), '--type', sample.kind, '--out', join(folder, sample.kind)],
      ...['--decisions', join(source, 'decisions.json'), '--as-of', '2026-04-10', '--json'],
    );
    expect(run.stderr).toBe('');
    expect(run.code).toBe(0);
    result = parse('opinion.review', run.stdout);
    expect(await hashes(join(source, '送审材料'))).toEqual(before);
  });

  it('takes the whole submission in and issues the opinion that the person decided', () => {
    expect(result.refused).toEqual([]);
    expect(result.gate).toEqual([]);
    expect(result.conclusion).toBe(sample.conclusion);
    expect(Object.entries(result.files).filter(([, path]) => path === null)).toEqual([['report', null]]);
  });

  it('reads the draft with its automatic numbers', async () => {
    const draft = result.taken.find((file) => file.role === '草案');
    const path = join(folder, sample.kind, result.case, 'originals', draft?.sha256 ?? '');
    const run = await desk(join(folder, 'data'), 'extract', path, '--json');
    const document = parse('extract.file', run.stdout);
    expect(document).toMatchObject({ title: sample.title, articles: sample.articles, chapters: sample.chapters });
    const labels = document.blocks.filter((block) => block.level === 3).map((block) => block.label);
    expect(labels[0]).toBe('第一条');
    expect(labels.at(-1)).toBe(sample.articles === 20 ? '第二十条' : '第十条');
    for (const block of document.blocks) {
      expect(document.text.slice(block.start, block.end)).toBe(
        (block.label ?? '') +
          (/^第.*[编章节条]$/u.test(block.label ?? '') && block.text !== '' ? '\u3000' : '') +
          block.text,
      );
    }
  });

  it('verifies both files against the draft and tells another draft apart', async () => {
    const draft = result.taken.find((file) => file.role === '草案');
    const copy = join(folder, sample.kind, result.case, 'originals', draft?.sha256 ?? '');
    for (const file of [result.files.pdf, result.files.docx]) {
      const run = await desk(join(folder, 'data'), 'verify', file ?? '', '--draft', copy, '--json');
      const verified = parse('sign.verify', run.stdout);
      expect(verified).toMatchObject({
        verdict: 'valid',
        record: { present: true },
        draft: { given: true, matches: true },
      });
      expect(verified.signatures).toHaveLength(1);
      expect(verified.signatures[0]).toMatchObject({ selfSigned: true, intact: true, coversWholeFile: true });
      expect(run.code).toBe(0);
      const other = await desk(
        join(folder, 'data'),
        'verify',
        file ?? '',
        '--draft',
        join(source, 'decisions.json'),
        '--json',
      );
      expect(parse('sign.verify', other.stdout).draft).toMatchObject({ given: true, matches: false });
      expect(other.code).toBe(1);
    }
  });

  it('reports one changed byte in either file', async () => {
    for (const [file, extra] of [
      [result.files.pdf, []],
      [result.files.docx, [result.files.p7s]],
    ] as const) {
      const bytes = await readFile(file ?? '');
      const at = Math.floor(bytes.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const target = join(folder, `changed-${sample.kind}.${(file ?? '').endsWith('.pdf') ? 'pdf' : 'docx'}`);
      await writeFile(target, bytes);
      for (const path of extra) await cp(path ?? '', `${target}.p7s`);
      const run = await desk(join(folder, 'data'), 'verify', target, '--json');
      expect(parse('sign.verify', run.stdout).verdict).toBe('invalid');
      expect(run.code).toBe(1);
    }
  });

  it('writes a report without any conclusion where nobody has decided', async () => {
    const run = await desk(
      join(folder, 'data'),
      ...['review', join(source, '送审材料'), '--type', sample.kind, '--out', join(folder, 'report'), '--json'],
    );
    const reported = parse('opinion.review', run.stdout);
    expect(reported.conclusion).toBeNull();
    expect(reported.files).toMatchObject({ docx: null, pdf: null, p7s: null });
    expect((await readFile(reported.files.report ?? '')).subarray(0, 2).toString()).toBe('PK');
    expect(run.code).toBe(1);
  });

  it('refuses decisions that contradict, and writes no opinion', async () => {
    const decisions = JSON.parse(await readFile(join(source, 'decisions.json'), 'utf8')) as { answers: unknown[] };
    const path = join(folder, `${sample.kind}-incomplete.json`);
    await writeFile(path, JSON.stringify({ ...decisions, answers: decisions.answers.slice(1), issues: [] }));
    const run = await desk(
      join(folder, 'data'),
      ...['review', join(source, '送审材料'), '--type', sample.kind, '--out', join(folder, 'refused')],
      ...['--decisions', path, '--json'],
    );
    const refused = parse('opinion.review', run.stdout);
    expect(refused.gate.map((entry) => entry.code)).toEqual(['item-unanswered', 'modify-without-must']);
    expect(Object.values(refused.files).every((file) => file === null)).toBe(true);
    expect(run.code).toBe(1);
  });
});

describe('a certificate file that the office brings', () => {
  it('signs with the password from the named variable, old cipher and Chinese password included', async () => {
    const source = join(resources, 'samples', 'normative');
    const p12 = join(import.meta.dirname, '..', '..', 'fixtures', 'p12', 'rsa-3des-chinese-password.p12');
    const entry = p12Variants.find(({ name }) => name === 'rsa-3des-chinese-password');
    process.env['DESK_TEST_PASSWORD'] = entry?.password ?? '';
    const review = async (out: string, variable: string): Promise<DeskRun> =>
      desk(
        join(folder, 'data-p12'),
        ...['review', join(source, '送审材料'), '--type', 'normative', '--out', join(folder, out), '--json'],
        ...['--decisions', join(source, 'decisions.json'), '--p12', p12, '--password-env', variable],
      );
    const { files } = parse('opinion.review', (await review('p12', 'DESK_TEST_PASSWORD')).stdout);
    const verified = parse('sign.verify', (await desk(folder, 'verify', files.pdf ?? '', '--json')).stdout);
    expect(verified).toMatchObject({ verdict: 'valid', signatures: [{ selfSigned: false, algorithm: 'RSA-SHA256' }] });
    const refused = await review('p12-refused', 'PATH');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('密码不对');
    // A wrong password is found before anything is taken in: no case is left behind.
    expect(await readdir(folder)).not.toContain('p12-refused');
  });
});

describe('the planted faults of the samples', () => {
  it('are of at least twenty kinds, and every one is found', async () => {
    const found = new Set<string>();
    for (const { kind } of samples) {
      const names = await readdir(join(resources, 'samples', kind, '送审材料'));
      const draft = names.find((name) => name.endsWith('.docx')) ?? '';
      const run = await desk(
        join(folder, 'data'),
        ...[
          'check',
          join(resources, 'samples', kind, '送审材料', draft),
          '--type',
          kind,
          '--as-of',
          '2026-04-10',
          '--json',
        ],
      );
      for (const finding of parse('check.run', run.stdout).findings) found.add(finding.check);
    }
    expect([...found].sort()).toEqual(
      expect.arrayContaining(
        'C02 C05 C07 C13 C17 L01 L02 L03 L04 L06 L07 L08 L15 N01 N03 N04 N12 N14 N19 N20'.split(' '),
      ),
    );
  });
});

describe('the work rules as a normative document', () => {
  it('have 30 articles in 6 chapters, name former organs, state no effective date and break off', async () => {
    const run = await desk(
      join(folder, 'data'),
      ...['check', join(resources, 'rules', 'wolong-work-rules.txt'), '--type', 'normative', '--json'],
    );
    const checked = parse('check.run', run.stdout);
    expect(checked.document).toMatchObject({ title: '卧龙区人民政府工作规则', articles: 30, chapters: 6 });
    const of = (id: string): readonly string[] =>
      checked.findings.filter((finding) => finding.check === id).map((finding) => finding.quote);
    expect(of('L06').filter((quote) => quote.includes('法制机构'))).toHaveLength(4);
    expect(of('L06').filter((quote) => quote.includes('监察局'))).toHaveLength(2);
    expect(of('N19').length).toBeGreaterThan(0);
    expect(checked.findings.find((finding) => finding.check === 'L17')?.article).toBe(30);
  });

  it('give their own checklist items when read as a rule book', async () => {
    const run = await desk(join(folder, 'data'), 'rules', join(resources, 'rules', 'wolong-work-rules.txt'), '--json');
    const rules = parse('rules.read', run.stdout);
    expect(rules.articles).toHaveLength(30);
    expect(rules.items.map((item) => item.id)).toContain('R24-3');
    const covered = new Set([
      ...rules.items.map((item) => item.article),
      ...rules.unreviewable.map((entry) => entry.article),
    ]);
    expect(covered.size).toBe(30);
    expect(rules.constraints).toContainEqual(
      expect.objectContaining({ kind: 'order', article: 24, steps: ['review', 'meeting', 'signing'] }),
    );
    expect(run.code).toBe(0);
  });
});

describe('input that cannot be used', () => {
  it.each([
    ['a missing file', ['extract', '/nowhere/卧龙.docx', '--json']],
    [
      'an unknown check',
      ['check', join(resources, 'rules', 'wolong-work-rules.txt'), '--type', 'normative', '--only', 'L99', '--json'],
    ],
    [
      'an impossible date',
      [
        'check',
        join(resources, 'rules', 'wolong-work-rules.txt'),
        '--type',
        'normative',
        '--as-of',
        '2026-02-30',
        '--json',
      ],
    ],
    ['an unknown command', ['approve', 'x']],
    ['nothing', []],
  ])('ends with code 2, one Chinese line and nothing on stdout: %s', async (_, args) => {
    const run = await desk(join(folder, 'data'), ...args);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr.trimEnd()).toMatch(/^[^\n]*\p{Script=Han}[^\n]*$/u);
  });
});
