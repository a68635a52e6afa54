import type { RtfReader, WordHandler } from './reader.ts';
import { noRevision, plainParagraphState, readDttm, type RevisionMark } from './state.ts';

/** Words that stand for one character (RTF 1.9.1, "Special characters"). */
export const characters: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['page', '\n'],
  ['column', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
]);

/** A toggle is on without a number and off with 0. */
const isOn = (parameter: number | null) => parameter !== 0;

function changeMark(reader: RtfReader, which: 'insert' | 'delete' | 'move', change: Partial<RevisionMark>): void {
  const { revision } = reader.state;
  reader.changeLook({ revision: { ...revision, [which]: { ...revision[which], ...change } } });
}

const align =
  (alignment: 'left' | 'center' | 'right' | 'justify'): WordHandler =>
  (reader) => {
    reader.changeParagraph({ alignment });
  };

const listValue =
  (word: string): WordHandler =>
  (reader, parameter) => {
    if (reader.state.context === 'lists') reader.lists.set(word, parameter ?? 1);
  };

function cellRevision(kind: 'insert' | 'delete'): WordHandler {
  return (reader) => {
    reader.state.story.reviseCell({ kind, author: null, date: null });
  };
}

const setCodePage =
  (codePage: number): WordHandler =>
  (reader) => {
    reader.fonts.codePage = codePage;
  };

/** In the properties of a nested row its definition stands at the depth of the paragraph, else at the outermost. */
const definitionDepth = (reader: RtfReader) => Math.max(1, reader.isInNestedRow ? reader.depth : 1);

/** Words with an effect wherever they stand. */
export const words: ReadonlyMap<string, WordHandler> = new Map<string, WordHandler>([
  ['mac', setCodePage(10000)],
  ['ansicpg', (reader, parameter) => setCodePage(parameter ?? 1252)(reader, null)],
  [
    'deff',
    (reader, parameter) => {
      reader.fonts.standard = parameter;
    },
  ],
  [
    'f',
    (reader, parameter) => {
      if (reader.state.context === 'fonts') reader.fonts.begin(parameter ?? 0);
      reader.change({ font: parameter });
    },
  ],
  [
    'fcharset',
    (reader, parameter) => {
      if (reader.state.context === 'fonts') reader.fonts.setCharset(parameter ?? 0);
    },
  ],
  [
    'cpg',
    (reader, parameter) => {
      if (reader.state.context === 'fonts' && parameter !== null) reader.fonts.setCodePage(parameter);
    },
  ],
  [
    'u',
    (reader, parameter) => {
      reader.unicode(parameter ?? 0);
    },
  ],
  [
    'uc',
    (reader, parameter) => {
      reader.change({ fallbackLength: Math.min(20, Math.max(0, parameter ?? 1)) });
    },
  ],
  [
    'plain',
    (reader) => {
      reader.change({ font: null });
      reader.changeLook({ isHidden: false, revision: noRevision });
    },
  ],
  [
    'v',
    (reader, parameter) => {
      reader.changeLook({ isHidden: isOn(parameter) });
    },
  ],

  ['revised', (reader, parameter) => changeMark(reader, 'insert', { kind: isOn(parameter) ? 'insert' : null })],
  ['revauth', (reader, parameter) => changeMark(reader, 'insert', { author: parameter })],
  ['revdttm', (reader, parameter) => changeMark(reader, 'insert', { date: readDttm(parameter ?? 0) })],
  ['deleted', (reader, parameter) => changeMark(reader, 'delete', { kind: isOn(parameter) ? 'delete' : null })],
  ['revauthdel', (reader, parameter) => changeMark(reader, 'delete', { author: parameter })],
  ['revdttmdel', (reader, parameter) => changeMark(reader, 'delete', { date: readDttm(parameter ?? 0) })],
  ['mvf', (reader, parameter) => changeMark(reader, 'move', { kind: isOn(parameter) ? 'move-from' : null })],
  ['mvt', (reader, parameter) => changeMark(reader, 'move', { kind: isOn(parameter) ? 'move-to' : null })],
  ['mvauth', (reader, parameter) => changeMark(reader, 'move', { author: parameter })],
  ['mvdate', (reader, parameter) => changeMark(reader, 'move', { date: readDttm(parameter ?? 0) })],

  [
    'pard',
    (reader) => {
      reader.change({ paragraph: plainParagraphState });
    },
  ],
  [
    's',
    (reader, parameter) => {
      reader.changeParagraph({ style: parameter ?? 0 });
    },
  ],
  ['ql', align('left')],
  ['qc', align('center')],
  ['qr', align('right')],
  ['qj', align('justify')],
  ['qd', align('justify')],
  [
    'outlinelevel',
    (reader, parameter) => {
      reader.changeParagraph({ outline: parameter !== null && parameter >= 0 && parameter <= 8 ? parameter : null });
    },
  ],
  [
    'ls',
    (reader, parameter) => {
      if (reader.state.context === 'lists') reader.lists.set('ls', parameter ?? 0);
      else reader.changeParagraph({ list: parameter ?? 0 });
    },
  ],
  [
    'ilvl',
    (reader, parameter) => {
      reader.changeParagraph({ level: parameter ?? 0 });
    },
  ],
  [
    'intbl',
    (reader) => {
      reader.changeParagraph({ isInTable: true });
    },
  ],
  [
    'itap',
    (reader, parameter) => {
      reader.changeParagraph({ depth: Math.max(0, parameter ?? 0) });
    },
  ],
  [
    'par',
    (reader) => {
      if (reader.isInText) reader.endParagraph();
    },
  ],
  [
    'sect',
    (reader) => {
      if (reader.isInText && reader.state.story.isPending) reader.endParagraph();
    },
  ],
  [
    'cell',
    (reader) => {
      if (reader.isInText) endCell(reader, 1);
    },
  ],
  [
    'nestcell',
    (reader) => {
      if (reader.isInText) endCell(reader, Math.max(2, reader.depth));
    },
  ],
  [
    'row',
    (reader) => {
      if (reader.isInText) endRow(reader, 1);
    },
  ],
  ['nestrow', (reader) => endRow(reader, Math.max(2, reader.depth))],
  ['trowd', (reader) => reader.state.story.beginDefinition(definitionDepth(reader))],
  ['cellx', (reader) => reader.state.story.endDefinition(definitionDepth(reader))],
  ['clmrg', (reader) => reader.state.story.mergeCell()],
  ['clins', cellRevision('insert')],
  ['cldel', cellRevision('delete')],
  [
    'ftnalt',
    (reader) => {
      reader.isEndnote = true;
    },
  ],

  ['listsimple', listValue('listsimple')],
  ['listid', listValue('listid')],
  ['levelnfc', listValue('levelnfc')],
  ['levelnfcn', listValue('levelnfcn')],
  ['levelstartat', listValue('levelstartat')],
  ['levelnorestart', listValue('levelnorestart')],
  ['levellegal', listValue('levellegal')],
  ['listoverridestartat', listValue('listoverridestartat')],

  ['objemb', (reader) => reader.setObjectKind('embedded')],
  ['objocx', (reader) => reader.setObjectKind('control')],
  ['objlink', (reader) => reader.setObjectKind('linked')],
  ['objautlink', (reader) => reader.setObjectKind('linked')],
]);

function endCell(reader: RtfReader, depth: number): void {
  reader.endParagraph(depth);
  reader.state.story.endCell(depth);
}

function endRow(reader: RtfReader, depth: number): void {
  const { story } = reader.state;
  if (story.isPending) reader.endParagraph(depth);
  story.endRow(depth);
}
