import { describe, expect, it } from 'vitest';
import { docxReader } from '../../../../electron/services/extract/docx.ts';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';
import {
  abstractNum,
  buildDocx,
  deletedRun,
  level,
  num,
  paragraph,
  paragraphStyle,
  run,
  table,
  tracked,
  type DocxParts,
} from '../../../support/docx-builder.ts';

const numbering =
  abstractNum(1, level(0, 'chineseCountingThousand', '第%1条') + level(1, 'chineseCountingThousand', '（%2）')) +
  abstractNum(2, level(0, 'decimal', '%1.')) +
  num(1, 1) +
  num(2, 2);
const article = [1, 0] as const;

async function read(body: string, parts: Omit<DocxParts, 'body'> = {}) {
  return docxReader.extract(await buildDocx({ numbering, ...parts, body }), defaultLimits, '');
}

/** label|text and originalLabel|originalText of every entry; `-` for null, `×` before a deleted one. */
async function views(body: string, parts: Omit<DocxParts, 'body'> = {}): Promise<readonly string[]> {
  const { paragraphs } = await read(body, parts);
  return paragraphs.map(({ deleted, label, text, originalLabel, originalText }) => {
    const side = (one: string | null, two: string | null) => `${one ?? '-'}|${two ?? '-'}`;
    return `${deleted ? '×' : ''}${side(label, text)} ${side(originalLabel, originalText)}`;
  });
}

describe('two views of tracked changes', () => {
  it('a deleted article moves all later numbers of the final view and none of the original', async () => {
    const deleted = paragraph(tracked('del', deletedRun('乙')), { number: article, mark: tracked('del') });
    const body = paragraph('甲', { number: article }) + deleted + paragraph('丙', { number: article });
    expect(await views(body)).toEqual(['第一条|甲 第一条|-', '×-| 第二条|乙', '第二条|丙 第三条|-']);
  });

  it('an inserted article counts in the final view alone', async () => {
    const inserted = paragraph(tracked('ins', run('新')), { number: article, mark: tracked('ins') });
    const body = paragraph('甲', { number: article }) + inserted + paragraph('丙', { number: article });
    expect(await views(body)).toEqual(['第一条|甲 第一条|-', '第二条|新 -|-', '第三条|丙 第二条|-']);
  });

  it('changed words give both texts', async () => {
    const body = paragraph(run('罚款') + tracked('del', deletedRun('一百')) + tracked('ins', run('二百')) + run('元'));
    expect(await views(body)).toEqual(['-|罚款二百元 -|罚款一百元']);
  });

  it('a deleted paragraph mark joins the text with the next paragraph, which keeps its own properties', async () => {
    const body =
      paragraph('前半', { number: article, mark: tracked('del') }) +
      paragraph('后半', { number: [2, 0] }) +
      paragraph('次', { number: article });
    expect(await views(body)).toEqual(['×-| 第一条|前半', '1.|前半后半 1.|后半', '第一条|次 第二条|-']);
  });

  it('an inserted paragraph mark splits a paragraph in the final view alone', async () => {
    const body = paragraph('前半', { number: article, mark: tracked('ins') }) + paragraph('后半', { number: article });
    expect(await views(body)).toEqual(['第一条|前半 -|-', '第二条|后半 第一条|前半后半']);
  });

  it('what was inserted and deleted again stands in neither view', async () => {
    const gone = paragraph(tracked('ins', tracked('del', deletedRun('无'))), {
      number: article,
      mark: tracked('ins') + tracked('del'),
    });
    expect(await views(gone + paragraph('甲', { number: article }))).toEqual(['第一条|甲 第一条|-']);
  });

  it('a paragraph that cannot join anything stays while text of it is left', async () => {
    const row = table([{ cells: [paragraph('格')] }]);
    const kept = paragraph('留', { number: article, mark: tracked('del') }) + row;
    expect(await views(kept)).toEqual(['第一条|留 第一条|-', '-|格 -|-']);
    const gone = paragraph(tracked('del', deletedRun('去')), { number: article, mark: tracked('del') }) + row;
    expect(await views(gone + paragraph('甲', { number: article }))).toEqual([
      '×-| 第一条|去',
      '-|格 -|-',
      '第一条|甲 第二条|-',
    ]);
  });

  it('text is not lost where the next paragraph is gone as a whole', async () => {
    const body = paragraph('留', { mark: tracked('del') }) + tracked('del', paragraph('去'));
    expect(await views(body)).toEqual(['-|留 -|-', '×-| -|去']);
  });

  it('a moved paragraph stands at its old place in the original and at its new place in the final view', async () => {
    const from = paragraph(tracked('moveFrom', run('移')), { number: article, mark: tracked('moveFrom') });
    const to = paragraph(tracked('moveTo', run('移')), { number: article, mark: tracked('moveTo') });
    const body = from + paragraph('甲', { number: article }) + to;
    expect(await views(body)).toEqual(['×-| 第一条|移', '第一条|甲 第二条|-', '第二条|移 -|-']);
  });

  it('a deleted row exists in the original view alone, an inserted one in the final, and their numbers likewise', async () => {
    const cell = (content: string) => paragraph(content, { number: article });
    const body = table([
      { cells: [cell('甲'), paragraph('一')] },
      {
        properties: tracked('del'),
        cells: [cell(tracked('del', deletedRun('乙'))), cell(tracked('del', deletedRun('二')))],
      },
      { properties: tracked('ins'), cells: [cell(tracked('ins', run('丙'))), paragraph(tracked('ins', run('三')))] },
      { cells: [cell('丁'), paragraph('四')] },
    ]);
    expect(await views(body)).toEqual([
      '-|第一条　甲\t一 -|-',
      '×-| -|第二条　乙\t第三条　二',
      '-|第二条　丙\t三 -|-',
      '-|第三条　丁\t四 -|第四条　丁\t四',
    ]);
  });

  it('a deleted cell is missing from the final row alone', async () => {
    const cellDel = `<w:tcPr>${tracked('del').replaceAll('w:del', 'w:cellDel')}</w:tcPr>`;
    const body = table([{ cells: [paragraph('甲'), cellDel + paragraph('乙'), paragraph('丙')] }]);
    expect(await views(body)).toEqual(['-|甲\t丙 -|甲\t乙\t丙']);
  });

  it('numbering that was tracked as added or changed has its old label in the original view', async () => {
    const added = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="1" w:author="王五"/></w:numPr>';
    const changed =
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pPrChange w:id="2" w:author="王五">' +
      '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr></w:pPrChange>';
    const body = paragraph('甲', { properties: added }) + paragraph('乙', { properties: changed });
    expect(await views(body)).toEqual(['第一条|甲 -|-', '第二条|乙 1.|-']);
    const { xray } = await read(body);
    expect(xray.map(({ kind, detail, paragraph: at }) => [kind, detail, at])).toEqual([
      ['tracked-change', '修订（王五）：改动编号：原为“无编号”，现为“第一条”', 0],
      ['tracked-change', '修订（王五）：改动编号：原为“1.”，现为“第二条”', 1],
    ]);
  });

  it('a tracked change of style takes the numbering of the old style in the original view', async () => {
    const styles =
      paragraphStyle('A', '条', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
      paragraphStyle('B', '项', '<w:numPr><w:numId w:val="2"/></w:numPr>');
    const properties = '<w:pPrChange w:id="2" w:author="王五"><w:pPr><w:pStyle w:val="B"/></w:pPr></w:pPrChange>';
    expect(await views(paragraph('甲', { style: 'A', properties }), { styles })).toEqual(['第一条|甲 1.|-']);
  });

  it('the label that old versions of Word note on a change of numbering is the original one', async () => {
    const properties =
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:numberingChange w:id="1" w:author="王五" w:original="第%1:12:39:款"/></w:numPr>';
    expect(await views(paragraph('甲', { properties }))).toEqual(['第一条|甲 第十二款|-']);
  });

  it('says who changed what, one note for what belongs together', async () => {
    const body =
      paragraph(run('罚款') + tracked('del', deletedRun('一') + deletedRun('百')) + tracked('ins', run('二百'))) +
      paragraph(tracked('del', deletedRun('整段')), { mark: tracked('del') }) +
      paragraph('连', { mark: tracked('del') }) +
      paragraph('接') +
      table([{ properties: tracked('ins'), cells: [paragraph(tracked('ins', run('新行')))] }]);
    const { xray } = await read(body);
    expect(xray.map(({ detail, paragraph: at }) => [detail, at])).toEqual([
      ['修订（王五，2026-03-02）：删除“一百”', 0],
      ['修订（王五，2026-03-02）：插入“二百”', 0],
      ['修订（王五，2026-03-02）：删除“整段”', 1],
      ['修订（王五，2026-03-02）：删除段落标记', 2],
      ['修订（王五，2026-03-02）：插入表格行“新行”', 4],
    ]);
  });

  it('a text box and a footnote in deleted text exist in the original view alone', async () => {
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph('框')}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const body = paragraph(run('甲') + tracked('del', `${box}<w:r><w:footnoteReference w:id="2"/></w:r>`));
    const footnotes = `<w:footnote w:id="2">${paragraph('注')}</w:footnote>`;
    expect(await views(body, { footnotes })).toEqual(['-|甲 -|-', '×-| -|框', '×-| -|注']);
  });
});
