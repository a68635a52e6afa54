import { buildDoc, modifier, modifiers, packedTime, plex, stringTable, type DocParagraph } from './doc-builder.ts';

const inserted = (author: number) =>
  modifiers(modifier(0x0801), modifier(0x4804, author), modifier(0x6805, packedTime(2026, 3, 2, 9, 5)));
const deleted = (author: number) =>
  modifiers(modifier(0x0800), modifier(0x4863, author), modifier(0x6864, packedTime(2026, 3, 4)));
const hidden = modifier(0x083c);
const special = modifier(0x0855);
const numbered = (instance: number, level: number) => modifiers(modifier(0x260a, level), modifier(0x460b, instance));
const cell = (row: { readonly depth?: number } = {}) =>
  modifiers(modifier(0x2416), ...(row.depth === undefined ? [] : [modifier(0x6649, row.depth)]));
const innerCell = modifiers(cell({ depth: 2 }), modifier(0x244b));
const innerRowEnd = modifiers(cell({ depth: 2 }), modifier(0x244b), modifier(0x244c));
const rowEnd = modifiers(cell(), modifier(0x2417));

const article = { text: '第%2条', format: 39, restartLimit: 0 };
const lists = [
  {
    id: 7,
    levels: [
      { text: '第%1章', format: 39 },
      article,
      { text: '（%3）', format: 39 },
      { text: '%2.%3.%4', format: 0, isLegal: true },
    ],
  },
  { id: 8, levels: [{ text: '%1、', format: 0 }] },
];
const instances = [
  { list: 7 },
  { list: 8 },
  { list: 8, overrides: [{ level: 0, start: 6 }] },
  { list: 7, overrides: [{ level: 1, start: 3, levelData: { ...article, text: '第%2款', start: 3 } }] },
];
const styles = [
  { name: '正文', identifier: 0, modifiers: modifier(0x2461, 3) },
  { name: '标题 1,章', identifier: 1, base: 0, modifiers: modifiers(numbered(1, 0), modifier(0x2461, 1)) },
  { name: '条', base: 0, modifiers: numbered(1, 1) },
  { name: '条 无号', base: 2, modifiers: modifier(0x460b, 0) },
  { name: '密', base: 0 },
];

/** A decree as WPS saves it: numbers that run through the chapters, changes that shift them, a second start. */
export function buildStatuteWps(): Uint8Array {
  return buildDoc({
    lists,
    instances,
    styles,
    authors: ['王五', '赵六'],
    streams: { WpsCustomData: Buffer.from('{"version":1}') },
    paragraphs: [
      { runs: ['停车管理办法'], modifiers: modifier(0x2461, 1) },
      { runs: ['总则'], style: 1 },
      { runs: ['适用于本区。'], style: 2 },
      { runs: [{ text: '本条已删。', modifiers: deleted(1) }], style: 2, mark: { text: '\r', modifiers: deleted(1) } },
      {
        runs: ['罚款', { text: '一百', modifiers: deleted(1) }, { text: '二百', modifiers: inserted(2) }, '元：'],
        style: 2,
      },
      { runs: ['车位；'], modifiers: numbered(1, 2) },
      { runs: ['收费。'], modifiers: numbered(1, 2) },
      { runs: ['细目'], modifiers: numbered(1, 3) },
      { runs: ['不编号的款。'], style: 3 },
      { runs: ['管理'], style: 1 },
      {
        runs: [{ text: '新增一条。', modifiers: inserted(2) }],
        style: 2,
        mark: { text: '\r', modifiers: inserted(2) },
      },
      { runs: ['公开', { text: '内部掌握', modifiers: hidden }, '。'], style: 2 },
      { runs: ['一项'], modifiers: numbered(2, 0) },
      { runs: ['二项'], modifiers: numbered(2, 0) },
      { runs: ['改为六'], modifiers: numbered(3, 0) },
      { runs: ['接着七'], modifiers: numbered(3, 0) },
      { runs: ['回到前表'], modifiers: numbered(2, 0) },
      { runs: ['另立三款'], modifiers: numbered(4, 1) },
    ],
  });
}

/** A quick save: the text in five pieces that stand in the file in reverse, two of them with modifiers of their own. */
export function buildQuickSaved(): Uint8Array {
  return buildDoc({
    authors: ['王五'],
    paragraphs: [
      { runs: ['Contract \u0093A\u0094'] },
      { runs: ['第一条　保留的文字，已删的文字，', '藏起的文字，', '照旧。'] },
      { runs: ['落款'], modifiers: modifier(0x2403, 2) },
    ],
    pieces: [
      { length: 13, isCompressed: true },
      { length: 10 },
      { length: 6, prm: 1 },
      { length: 6, prm: (0x5c << 1) | (1 << 8) },
      { length: 7 },
    ],
    pieceModifiers: [deleted(1)],
    flags: 0x0004,
  });
}

const inCell = (text: string, own: Partial<DocParagraph> = {}): DocParagraph => ({
  runs: text === '' ? [] : [text],
  modifiers: cell(),
  mark: { text: '\u0007' },
  ...own,
});

/** Tables: a row inserted, a row deleted, a table within a cell, list numbers in cells. */
export function buildTables(): Uint8Array {
  const changedRow = (text: string, how: Uint8Array): readonly DocParagraph[] => [
    { runs: [{ text, modifiers: how }], modifiers: cell(), mark: { text: '\u0007', modifiers: how } },
    { runs: [], modifiers: rowEnd, mark: { text: '\u0007', modifiers: how } },
  ];
  return buildDoc({
    lists,
    instances,
    authors: ['王五'],
    paragraphs: [
      { runs: ['附表'] },
      inCell('序号'),
      inCell('名称'),
      inCell('', { modifiers: rowEnd }),
      inCell('', { modifiers: modifiers(cell(), numbered(2, 0)) }),
      { runs: ['甲'], modifiers: cell() },
      inCell('乙'),
      inCell('', { modifiers: rowEnd }),
      ...changedRow('删去的行', deleted(1)),
      ...changedRow('新增的行', inserted(1)),
      { runs: ['外'], modifiers: cell() },
      { runs: ['内一'], modifiers: innerCell },
      { runs: ['内二'], modifiers: innerCell },
      { runs: [], modifiers: innerRowEnd },
      inCell('外后'),
      inCell('', { modifiers: rowEnd }),
      { runs: ['表后'] },
    ],
  });
}

const savedBy = stringTable(['张三', 'C:\\草稿\\办法.doc', '李四', 'D:\\办法（定稿）.doc']);

function summary(properties: Readonly<Record<number, string>>): Uint8Array {
  const values = Object.entries(properties).map(([identifier, text]) => {
    const bytes = Buffer.from(`${text}\0`, 'utf8');
    const head = Buffer.alloc(8);
    head.writeUInt32LE(0x1e);
    head.writeUInt32LE(bytes.length, 4);
    return {
      identifier: Number(identifier),
      bytes: Buffer.concat([head, bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]),
    };
  });
  const codePage = Buffer.from([2, 0, 0, 0, 0xe9, 0xfd, 0, 0]);
  const all = [{ identifier: 1, bytes: codePage }, ...values];
  const index = Buffer.alloc(8 + all.length * 8);
  index.writeUInt32LE(all.length, 4);
  let at = index.length;
  all.forEach(({ identifier, bytes }, place) => {
    index.writeUInt32LE(identifier, 8 + place * 8);
    index.writeUInt32LE(at, 12 + place * 8);
    at += bytes.length;
  });
  const head = Buffer.alloc(48);
  head.writeUInt16LE(0xfffe);
  head.writeUInt32LE(1, 24);
  head.writeUInt32LE(48, 44);
  return Buffer.concat([head, index, ...all.map(({ bytes }) => bytes)]);
}

/** What does not show on the page: macros, an embedded object, a template elsewhere, who saved the file and where. */
export function buildHiddenThings(): Uint8Array {
  return buildDoc({
    paragraphs: [
      { runs: ['第一条　见', { text: '\u0013 INCLUDETEXT "Z:\\\\other.doc" \u0014旧文\u0015' }, '。'] },
      { runs: ['第二条　', { text: '\u0013 REF _Ref1 \\r \\h \u0014第九条\u0015' }, '的规定。'] },
      { runs: ['孤立的', { text: '\u0013' }, '域标记不吞掉后文。'] },
    ],
    tables: {
      21: stringTable(['_Ref1']),
      22: plex([0, 60], [Buffer.alloc(4)]),
      32: stringTable(['', '\\\\server\\模板\\公文.dot']),
      71: savedBy,
    },
    streams: {
      Macros: { VBA: { dir: Buffer.from('x') }, PROJECT: Buffer.from('y') },
      ObjectPool: { _1234567890: { Package: Buffer.from('z') } },
      '\u0005SummaryInformation': summary({ 4: '起草人甲', 8: '修改人乙' }),
      '\u0005DocumentSummaryInformation': summary({ 15: '示例区司法局' }),
    },
  });
}

/** Text that is drawn and not written: readings, circles, fractions, symbols, characters of symbol fonts. */
export function buildDrawnText(): Uint8Array {
  const field = (instruction: string) => ({ text: `\u0013${instruction}\u0015` });
  const fonts = Buffer.concat([
    Buffer.from([2, 0, 0, 0]),
    ...['宋体', 'Wingdings'].map((name) => {
      const text = Buffer.from(`${name}\0`, 'utf16le');
      return Buffer.concat([Buffer.of(39 + text.length), Buffer.alloc(39), text]);
    }),
  ]);
  return buildDoc({
    tables: { 15: fonts },
    paragraphs: [
      { runs: ['囹', field(' EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(yǔ),圄)'), '二字。'] },
      {
        runs: [
          field(' eq \\o\\ac(○,密)'),
          '件，占',
          field(' EQ \\f(1,3)'),
          '，',
          field(' EQ \\r(3,x)'),
          '。',
          field(' AUTONUM '),
        ],
        modifiers: modifier(0x460b, 0x7ff),
      },
      {
        runs: [
          '选择',
          { text: '(', modifiers: modifiers(special, modifier(0x6a09, ((0xf0fe << 16) | 1) >>> 0)) },
          '和',
          { text: '\uf0a8', modifiers: modifier(0x4a4f, 1) },
          { text: '\uf021', modifiers: modifier(0x4a4f, 0) },
          '，连\u001e字、软\u001f连、\u0001图',
        ],
      },
      {
        runs: [
          '图：',
          { text: '\u0001', modifiers: modifiers(special, modifier(0x6a03, 0)) },
          { text: '\u0008', modifiers: special },
          '完',
        ],
      },
    ],
  });
}

/** A paragraph whose numbering was changed, one whose properties stand in the data stream, text moved. */
export function buildTrackedProperties(): Uint8Array {
  const change = modifier(0xc66f, [1, 1, 0, ...packedBytes(packedTime(2026, 1, 2))]);
  const long = numbered(2, 0);
  const moved = modifier(0x2814);
  return buildDoc({
    lists,
    instances,
    authors: ['王五'],
    streams: { Data: Buffer.concat([Buffer.from([long.length, 0]), long]) },
    paragraphs: [
      { runs: ['原有编号'], modifiers: numbered(2, 0) },
      { runs: ['取消编号'], modifiers: modifiers(numbered(2, 0), modifier(0x2664), modifier(0x460b, 0), change) },
      { runs: ['长属性'], modifiers: modifier(0x6646, 0) },
      { runs: ['去处：', { text: '移来的话', modifiers: modifiers(inserted(1), moved) }] },
      { runs: ['来处：', { text: '移走的话', modifiers: modifiers(deleted(1), moved) }] },
    ],
  });
}

function packedBytes(value: number): readonly number[] {
  return [value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24];
}
