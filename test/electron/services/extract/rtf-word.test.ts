import { expect, it } from 'vitest';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';
import { rtfReader } from '../../../../electron/services/extract/rtf.ts';
import { buildWordRtf } from '../../../support/word-rtf.ts';

it('a draft in the manner of Word is read in both views, with its parts and what is hidden in it', async () => {
  const { paragraphs, xray, warnings } = await rtfReader.extract(buildWordRtf(), defaultLimits, '');
  expect(
    paragraphs.map(({ part, label, text, originalLabel, originalText }) => [
      part,
      label,
      text,
      originalLabel,
      originalText,
    ]),
  ).toEqual([
    ['body', null, '停车办法', null, null],
    ['body', '第一条', '总则。', '第一条', null],
    ['body', null, '', '第二条', '删去'],
    ['body', '第二条', '罚款二百元。', '第三条', '罚款一百元。'],
    ['table-row', null, '表\t一', null, null],
    ['body', null, '总则', null, null],
    ['header', null, '页眉', null, null],
    ['footnote', null, '注', null, null],
    ['comment', null, '批注', null, null],
  ]);
  expect(paragraphs[0]).toMatchObject({ style: 'heading 1', outline: 0, alignment: 'center' });
  expect(paragraphs[2]).toMatchObject({ deleted: true });
  expect(xray.map(({ detail, paragraph }) => [detail, paragraph])).toEqual([
    ['修订（王五，2026-03-03）：删除“删去”', 2],
    ['修订（王五，2026-03-03）：插入“二百”', 3],
    ['修订（王五，2026-03-03）：删除“一百”', 3],
    ['隐藏文字“注”：打印页面上看不到，未计入正文', 3],
    ['批注（赵六，2026-03-03）：“批注”', 3],
    ['文件属性·作者：赵六', null],
    ['文件属性·最后保存者：王五', null],
  ]);
  expect(warnings.map(({ code }) => code)).toEqual(['page-unknown']);
});
