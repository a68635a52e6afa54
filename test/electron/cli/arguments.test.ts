import { describe, expect, it } from 'vitest';
import { HelpRequest, parseCommand } from '../../../electron/cli/arguments.ts';
import { AppError } from '../../../shared/contract/errors.ts';

/** The code and sentence that a command line is refused with. */
function refusal(...argv: readonly string[]): string {
  try {
    parseCommand(argv, {});
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad-usage') return error.message;
    throw error;
  }
  throw new Error(`accepted: ${argv.join(' ')}`);
}

describe('parseCommand', () => {
  it('reads every command into its call', () => {
    expect(
      parseCommand(
        ['check', 'a.docx', '--type', 'normative', '--only', 'L01, L02', '--as-of', '2026-01-01', '--json'],
        {},
      ),
    ).toEqual({
      call: 'check.run',
      json: true,
      input: { path: 'a.docx', type: 'normative', only: ['L01', 'L02'], asOf: '2026-01-01' },
    });
    expect(parseCommand(['extract', 'a.txt'], {})).toEqual({
      call: 'extract.file',
      json: false,
      input: { path: 'a.txt' },
    });
    expect(parseCommand(['rules', 'a.txt'], {}).call).toBe('rules.read');
    expect(parseCommand(['verify', 'a.pdf', '--draft', 'b.docx'], {}).input).toEqual({
      path: 'a.pdf',
      draft: 'b.docx',
    });
  });

  it('takes the password from the named variable and never from the line', () => {
    const argv = ['review', 'a', '--type', 'agreement', '--out', 'o', '--p12', 'k.p12', '--password-env', 'SECRET'];
    expect(parseCommand(argv, { SECRET: '口令' }).input).toEqual({
      paths: ['a'],
      type: 'agreement',
      out: 'o',
      p12: 'k.p12',
      password: '口令',
    });
    expect(refusal(...argv)).toContain('SECRET');
  });

  it('refuses what it does not know in one line that names it', () => {
    expect(refusal()).toContain('没有写明');
    expect(refusal('frobnicate')).toContain('frobnicate');
    expect(refusal('constructor')).toContain('constructor');
    expect(refusal('check', 'a.docx')).toContain('--type');
    expect(refusal('check', 'a.docx', '--type', 'letter')).toContain('letter');
    expect(refusal('check', '--type', 'normative')).toContain('0 个');
    expect(refusal('extract', 'a', '--out', 'b')).toContain('--out');
    expect(refusal('extract', 'a', '--nonsense')).not.toContain('\n');
  });

  it('gives help when asked', () => {
    expect(() => parseCommand(['--help'], {})).toThrow(HelpRequest);
  });
});
