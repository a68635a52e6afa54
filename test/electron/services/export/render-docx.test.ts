import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readRecordFromDocx } from '../../../../electron/services/export/docx-record.ts';
import { opinionText } from '../../../../electron/services/export/opinion-text.ts';
import { renderDocx } from '../../../../electron/services/export/render-docx.ts';
import type { OpinionDocument } from '../../../../shared/opinion/opinion.ts';
import { withoutSpace } from '../../../support/pdf-tools.ts';
import { sampleOpinion } from '../../../support/sample-opinion.ts';

const record = new TextEncoder().encode('{"案卷":"2026-0012","findings":[]}');

let sample: Uint8Array = new Uint8Array();
let parts: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-08T01:02:03Z') });
  sample = await renderDocx(sampleOpinion, { record });
  vi.useRealTimers();
  parts = await unpack(sample);
});

afterEach(() => {
  vi.useRealTimers();
});

async function unpack(docx: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(docx);
  const texts = Object.values(zip.files).map(async (entry) => [entry.name, await entry.async('string')] as const);
  return new Map(await Promise.all(texts));
}

/** Text between the tags `w:t`, paragraph by paragraph. */
function paragraphsOf(xml: string): readonly string[] {
  return (xml.match(/<w:p[ >].*?<\/w:p>/gu) ?? []).map((paragraph) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text ?? '').join(''),
  );
}

function part(name: string): string {
  return parts.get(name) ?? '';
}

describe('the words', () => {
  it('are those of the opinion, all of them, in order, and no others', () => {
    expect(withoutSpace(paragraphsOf(part('word/document.xml')).join(''))).toBe(
      withoutSpace(opinionText(sampleOpinion)),
    );
  });

  it('survive signs that XML has a use for', async () => {
    const text = '甲<乙>&"丙"';
    const docx = await renderDocx({ ...sampleOpinion, blocks: [{ kind: 'paragraph', text }] });
    expect((await unpack(docx)).get('word/document.xml')).toContain('甲&lt;乙&gt;&amp;');
  });

  it('are refused, by name, where no file can hold them', async () => {
    const damaged: OpinionDocument = { ...sampleOpinion, blocks: [{ kind: 'paragraph', text: '甲\u0002乙' }] };
    await expect(renderDocx(damaged)).rejects.toMatchObject({
      code: 'missing-glyph',
      data: { characters: ['U+0002'] },
    });
  });
});

describe('the package', () => {
  it('is the same bytes whenever it is written', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-12-31T23:59:59Z') });
    const again = await renderDocx(sampleOpinion, { record });
    expect(Buffer.from(again).equals(Buffer.from(sample))).toBe(true);
  });

  it('bears the date of the opinion and nothing of the day of its making', () => {
    expect(part('docProps/core.xml')).toContain('2026-05-08T00:00:00Z</dcterms:created>');
    expect(part('docProps/core.xml')).toContain('2026-05-08T00:00:00Z</dcterms:modified>');
    expect(part('docProps/core.xml')).toContain('南阳市卧龙区司法局</dc:creator>');
  });

  it('is well-formed XML in every part', () => {
    for (const [name, text] of parts) {
      if (!/\.(xml|rels)$/u.test(name)) continue;
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      parser.write(text).close();
    }
  });

  it('has a target for every relationship and a content type for every part', () => {
    const types = part('[Content_Types].xml');
    for (const name of parts.keys()) {
      const extension = name.split('.').at(-1) ?? '';
      const isTyped = types.includes(`PartName="/${name}"`) || types.includes(`Extension="${extension}"`);
      expect(isTyped || name === '[Content_Types].xml', name).toBe(true);
    }
    for (const [, target] of part('word/_rels/document.xml.rels').matchAll(/Target="([^"]+)"/gu)) {
      const name = target?.startsWith('../') ? target.slice(3) : `word/${target ?? ''}`;
      expect(parts.has(name), name).toBe(true);
    }
  });
});

describe('the layout', () => {
  it('is A4 with the margins and the grid of GB/T 9704', () => {
    const xml = part('word/document.xml');
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u);
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/u);
    expect(xml).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
  });

  it('names the official faces, run by run', () => {
    const fonts = new Set([...part('word/document.xml').matchAll(/w:eastAsia="([^"]+)"/gu)].map(([, name]) => name));
    expect(fonts).toEqual(new Set(['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312']));
    expect(part('word/footer1.xml')).toContain('w:eastAsia="宋体"');
    expect(part('word/styles.xml')).toMatch(/w:default="1" w:styleId="Normal".*w:eastAsia="仿宋_GB2312"/u);
    expect(part('word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="FangSong"/>');
  });

  it('sets the body a quarter point closer, so that a line holds 28 characters', () => {
    const paragraph = (part('word/document.xml').match(/<w:p[ >].*?<\/w:p>/gu) ?? []).find((text) =>
      text.includes('区城市管理局报送'),
    );
    expect(paragraph).toContain('<w:spacing w:val="-5"/><w:sz w:val="32"/>');
  });

  it('has the page number right on odd pages and left on even ones', () => {
    const xml = part('word/document.xml');
    const target = (type: string): string => {
      const id = new RegExp(`w:footerReference w:type="${type}" r:id="([^"]+)"`, 'u').exec(xml)?.[1] ?? '';
      const file = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`, 'u').exec(part('word/_rels/document.xml.rels'))?.[1];
      return part(`word/${file ?? ''}`);
    };
    expect(target('default')).toMatch(/<w:ind w:right="280"\/><w:jc w:val="right"\/>/u);
    expect(target('even')).toMatch(/<w:ind w:left="280"\/><w:jc w:val="left"\/>/u);
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  });

  it('repeats the head of the table and keeps the signature with the text', () => {
    const xml = part('word/document.xml');
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    const paragraphs = xml.match(/<w:p[ >].*?<\/w:p>/gu) ?? [];
    const organ = paragraphs.findIndex((text) => text.includes('>南阳市卧龙区司法局<'));
    for (let index = organ - 3; index <= organ; index += 1) expect(paragraphs[index]).toContain('<w:keepNext/>');
    expect(paragraphs[organ + 1]).not.toContain('<w:keepNext/>');
  });

  it('orders the properties of a paragraph as the schema demands', () => {
    const order = [
      ...['pStyle', 'keepNext', 'keepLines', 'widowControl', 'overflowPunct', 'autoSpaceDE', 'autoSpaceDN'],
      ...['snapToGrid', 'spacing', 'ind', 'jc', 'outlineLvl'],
    ];
    for (const name of ['word/document.xml', 'word/styles.xml', 'word/footer1.xml', 'word/footer2.xml']) {
      for (const [, properties] of part(name).matchAll(/<w:pPr>(.*?)<\/w:pPr>/gu)) {
        const places = [...(properties ?? '').matchAll(/<w:([A-Za-z]+)/gu)].map(([, tag]) => order.indexOf(tag ?? ''));
        expect(places, properties).not.toContain(-1);
        expect(places, properties).toEqual([...places].sort((a, b) => a - b));
      }
    }
  });
});

describe('the record', () => {
  it('is read back byte for byte', async () => {
    expect(Buffer.from((await readRecordFromDocx(sample)) ?? []).toString()).toBe(Buffer.from(record).toString());
  });

  it('is found under another number, as a word processor may give it', async () => {
    const zip = await JSZip.loadAsync(sample);
    const item = await zip.file('customXml/item1.xml')?.async('string');
    zip.remove('customXml/item1.xml');
    zip.file('customXml/item1.xml', '<other xmlns="urn:other">AAAA</other>');
    zip.file('customXml/item7.xml', item ?? '');
    const docx = await zip.generateAsync({ type: 'uint8array' });
    expect(Buffer.from((await readRecordFromDocx(docx)) ?? []).toString()).toBe(Buffer.from(record).toString());
  });

  it('is nothing in a file without one, in a cut-off file, and in what is no package', async () => {
    const plain = await renderDocx({ ...sampleOpinion, blocks: [{ kind: 'paragraph', text: '甲' }] });
    expect(await readRecordFromDocx(plain)).toBeNull();
    expect(await readRecordFromDocx(sample.slice(0, sample.length - 30))).toBeNull();
    expect(await readRecordFromDocx(new TextEncoder().encode('no package'))).toBeNull();
  });

  it('is refused when it unpacks past its limit', async () => {
    const zip = new JSZip();
    zip.file('customXml/item1.xml', new Uint8Array(49 << 20).fill(0x41), { compression: 'DEFLATE' });
    const bomb = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    expect(bomb.length).toBeLessThan(1 << 20);
    expect(await readRecordFromDocx(bomb)).toBeNull();
  });
});
