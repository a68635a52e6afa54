import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';
import { txtReader } from '../../../../electron/services/extract/txt.ts';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '..', '..', '..', 'fixtures', 'txt', name)));
const extract = (bytes: Uint8Array, limits = defaultLimits) => txtReader.extract(bytes, limits, '');
const utf8 = (text: string) => new TextEncoder().encode(text);
const paragraphs = async (bytes: Uint8Array) => (await extract(bytes)).paragraphs.map((paragraph) => paragraph.text);

const expected = [
  '卧龙区城区停车管理办法',
  '　　第一条　为了规范停车秩序，制定本办法。',
  '　　第二条　朱镕基路、㛃水街的停车管理适用本办法，收费标准为每小时5元（€0.65）。',
];

describe('one text in every encoding', () => {
  it.each([
    ['utf-8.txt', []],
    ['utf-8-bom.txt', []],
    ['utf-16le.txt', []],
    ['utf-16be.txt', []],
    ['gb18030.txt', ['encoding-guessed']],
  ])('reads %s', async (name, warnings) => {
    const extraction = await extract(fixture(name));
    expect(extraction.paragraphs.map((paragraph) => paragraph.text)).toEqual(expected);
    expect(extraction.warnings.map((warning) => warning.code)).toEqual(warnings);
    expect(txtReader.recognise(fixture(name))).toBe(true);
  });

  it('names the encoding that it guessed', async () => {
    const { warnings } = await extract(fixture('gb18030.txt'));
    expect(warnings[0]?.message).toContain('GB18030');
  });
});

describe('lines', () => {
  it('takes every kind of line end, drops empty lines, keeps indentation and trims line ends', async () => {
    expect(await paragraphs(utf8('一\r\n\r\n  二  \n三\r四\u2028五\f六\n　　\n'))).toEqual([
      '一',
      '  二',
      '三',
      '四',
      '五',
      '六',
    ]);
  });

  it('refuses a file without text', async () => {
    await expect(extract(utf8('\ufeff \n\t\n'))).rejects.toMatchObject({ code: 'no-text' });
  });

  it('refuses more text than the limit', async () => {
    await expect(extract(utf8('一二三四'), { ...defaultLimits, maxTextLength: 3 })).rejects.toMatchObject({
      code: 'limit-exceeded',
    });
  });
});

describe('what is no text', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['a NUL byte', utf8('第一条\u0000')],
    ['control characters', utf8('第一条\u0001\u0002')],
    ['bytes of no encoding', new Uint8Array([0x41, 0xff, 0xff, 0x80])],
    ['a broken UTF-16 file', new Uint8Array([0xff, 0xfe, 0x41])],
    ['RTF', utf8('{\\rtf1 text}')],
    ['a web page', utf8('<!DOCTYPE html><p>text')],
    ['an XML document', utf8('<?xml version="1.0"?><a/>')],
  ])('does not take %s', (_, bytes) => {
    expect(txtReader.recognise(bytes)).toBe(false);
  });

  it('says so when bytes of no encoding are given to it all the same', async () => {
    await expect(extract(new Uint8Array([0x41, 0xff, 0xff]))).rejects.toMatchObject({ code: 'damaged-file' });
  });
});
