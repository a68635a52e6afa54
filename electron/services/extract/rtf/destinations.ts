import type { XrayNote } from '../../../../shared/document/source.ts';
import type { RtfReader, WordHandler } from './reader.ts';
import { readDttm } from './state.ts';

const skip: WordHandler = (reader) => {
  reader.skip();
};

/** Nothing of the group itself is text, but groups in it may be. */
const look: WordHandler = (reader) => {
  reader.change({ destination: { kind: 'none' } });
};

const margin =
  (kind: 'header' | 'footer'): WordHandler =>
  (reader) => {
    const container = reader.maker.make(kind === 'header' ? 'w:hdr' : 'w:ftr');
    reader.startStory(container, (story) => {
      (kind === 'header' ? reader.headers : reader.footers).push(story);
    });
  };

const footnote: WordHandler = (reader) => {
  const { story, look: outerLook } = reader.state;
  if (!reader.isInText) {
    reader.skip();
    return;
  }
  const outerIsEndnote = reader.isEndnote;
  reader.isEndnote = false;
  const id = String(reader.footnotes.children.length + reader.endnotes.children.length + 1);
  reader.startStory(reader.maker.make('w:footnote', { 'w:id': id }), (note) => {
    const isEndnote = reader.isEndnote;
    reader.isEndnote = outerIsEndnote;
    (isEndnote ? reader.endnotes : reader.footnotes).children.push(
      isEndnote ? reader.maker.make('w:endnote', { 'w:id': id }, [...note.children]) : note,
    );
    const name = isEndnote ? 'w:endnoteReference' : 'w:footnoteReference';
    story.draft.inline(reader.maker.make(name, { 'w:id': id }), outerLook);
  });
};

const textBox: WordHandler = (reader) => {
  const { story, look: outerLook } = reader.state;
  reader.startStory(reader.maker.make('w:txbxContent'), (content) => {
    story.draft.inline(reader.maker.make('w:pict', {}, [content]), outerLook);
  });
};

const annotation: WordHandler = (reader) => {
  const { story, look: outerLook } = reader.state;
  if (!reader.isInText) {
    reader.skip();
    return;
  }
  const number = reader.comments.children.length + 1;
  reader.comment = { ...reader.comment, reference: null, date: null };
  reader.startStory(reader.maker.make('w:comment'), ({ children }) => {
    const { author, reference, date } = reader.comment;
    reader.comment = { author: null, reference: null, date: null };
    const id = reference === null ? `comment ${number}` : `range ${reference}`;
    const attributes = { 'w:id': id, 'w:author': author ?? undefined, 'w:date': date ?? undefined };
    reader.comments.children.push(reader.maker.make('w:comment', attributes, [...children]));
    story.draft.inline(reader.maker.make('w:commentReference', { 'w:id': id }), outerLook);
  });
};

const picture: WordHandler = (reader) => {
  const { story, look: ownLook, context, destination } = reader.state;
  if (context === 'document' && destination.kind !== 'capture') {
    const blip = reader.maker.make('a:blip');
    story.draft.inline(reader.maker.make('w:drawing', {}, [blip]), ownLook);
  }
  reader.skip();
};

const field: WordHandler = (reader) => {
  if (!reader.isInText) return;
  const { story, look: ownLook } = reader.state;
  story.draft.field('begin', ownLook);
  reader.change({ isInField: true, destination: { kind: 'none' } });
  reader.onClose(() => {
    story.draft.field('end', ownLook);
  });
};

const fieldInstruction: WordHandler = (reader) => {
  if (reader.state.isInField) reader.change({ destination: { kind: 'instruction' } });
  else reader.skip();
};

const fieldResult: WordHandler = (reader) => {
  if (!reader.state.isInField) {
    reader.skip();
    return;
  }
  reader.state.story.draft.field('separate', reader.state.look);
  reader.change({ destination: { kind: 'content' } });
};

const embeddedObject: WordHandler = (reader) => {
  if (!reader.isInText) {
    reader.skip();
    return;
  }
  const outer = reader.object;
  const object = { kind: 'embedded', class: '' } as const;
  reader.object = object;
  reader.change({ shown: reader.state.destination, destination: { kind: 'none' } });
  reader.onClose(() => {
    const found = reader.object ?? object;
    reader.object = outer;
    reader.xray.push(objectNote(found.kind, found.class));
  });
};

function objectNote(kind: 'embedded' | 'control' | 'linked', className: string): XrayNote {
  const name = className.trim().slice(0, 100);
  const what = name === '' ? '' : `：${name}`;
  if (kind === 'linked') {
    return { kind: 'external-link', detail: `外部链接（链接的对象）${what}`, paragraph: null };
  }
  const noun = kind === 'control' ? '嵌入的控件' : '嵌入的对象';
  return { kind: 'embedded-object', detail: `${noun}${what}，其内容未读取`, paragraph: null };
}

const objectResult: WordHandler = (reader) => {
  const { shown } = reader.state;
  if (shown) reader.change({ destination: shown });
  else reader.skip();
};

const table =
  (context: 'fonts' | 'styles' | 'lists' | 'info'): WordHandler =>
  (reader) => {
    reader.change({ context, destination: { kind: 'none' } });
  };

const fonts: WordHandler = (reader) => {
  const write = (text: string) => {
    reader.fonts.addName(text);
  };
  reader.change({ context: 'fonts', destination: { kind: 'capture', write } });
};

const captured =
  (take: (reader: RtfReader, text: string) => void): WordHandler =>
  (reader) => {
    reader.capture((text) => {
      take(reader, text);
    });
  };

const label: WordHandler = (reader) => {
  const { story } = reader.state;
  if (!reader.isInText) {
    reader.skip();
    return;
  }
  reader.capture((text) => {
    story.printedLabel = text;
  });
};

const inLists =
  (begin: (reader: RtfReader) => void): WordHandler =>
  (reader) => {
    if (reader.state.context === 'lists') begin(reader);
    else reader.skip();
  };

const metadata = (name: string) =>
  captured((reader, text) => {
    const value = text.trim();
    if (reader.state.context !== 'info' || value === '') return;
    const shown = value.length > 200 ? `${value.slice(0, 200)}…` : value;
    reader.xray.push({ kind: 'metadata', detail: `文件属性·${name}：${shown}`, paragraph: null });
  });

const between = (element: string, attribute: string, prefix = '') =>
  captured((reader, text) => {
    const value = `${prefix}${text.trim()}`;
    reader.state.story.draft.between(reader.maker.make(element, { [attribute]: value }));
  });

const skipped =
  'colortbl filetbl rsidtbl generator themedata colorschememapping latentstyles datastore nonshppict shprslt objdata ' +
  'nonesttables listpicture panose falt pn pnseclvl tc tcn xe rxe sn ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn ' +
  'levelnumbers listname liststylename formfield datafield atnparent atnicn atntime userprops xmlnstbl mmathPr docvar ' +
  'blipuid picprop bkmkend atrfend comment keywords subject doccomm category title hlinkbase creatim revtim ' +
  'printim buptim private fchars lchars pgdsctbl mmathPict mctrlPr mrPr maccPr mbarPr mboxPr mborderBoxPr mdPr meqArrPr ' +
  'mfPr mfuncPr mgroupChrPr mlimLowPr mlimUppPr mmPr mnaryPr mphantPr mradPr msPrePr msSubPr msSubSupPr msSupPr margPr';

/** Words that begin a destination (RTF 1.9.1, appendix "Control words"), with what is read of it. */
export const destinations: ReadonlyMap<string, WordHandler> = new Map<string, WordHandler>([
  ...skipped.split(' ').map((word) => [word, skip] as const),
  ['fonttbl', fonts],
  ['stylesheet', table('styles')],
  ['listtable', table('lists')],
  ['listoverridetable', table('lists')],
  ['info', table('info')],
  ['list', inLists((reader) => reader.lists.beginList())],
  ['listlevel', inLists((reader) => reader.lists.beginLevel())],
  ['listoverride', inLists((reader) => reader.lists.beginOverride())],
  ['lfolevel', inLists((reader) => reader.lists.beginLevelOverride())],
  [
    'leveltext',
    inLists((reader) => {
      reader.capture((text) => {
        reader.lists.setLevelText(text);
      });
    }),
  ],
  [
    'revtbl',
    captured((reader, text) => {
      reader.authors = text.split(';').map((name) => name.trim());
    }),
  ],
  ['author', metadata('作者')],
  ['operator', metadata('最后保存者')],
  ['company', metadata('单位')],
  ['manager', metadata('主管')],
  [
    'template',
    captured((reader, text) => {
      const target = text.trim().slice(0, 200);
      if (target === '') return;
      reader.xray.push({ kind: 'external-link', detail: `外部链接（文档模板）：${target}`, paragraph: null });
    }),
  ],

  ['header', margin('header')],
  ['headerl', margin('header')],
  ['headerr', margin('header')],
  ['headerf', margin('header')],
  ['footer', margin('footer')],
  ['footerl', margin('footer')],
  ['footerr', margin('footer')],
  ['footerf', margin('footer')],
  ['footnote', footnote],
  ['annotation', annotation],
  [
    'atnid',
    captured((reader, text) => {
      reader.comment.author ??= text.trim() === '' ? null : text.trim();
    }),
  ],
  [
    'atnauthor',
    captured((reader, text) => {
      if (text.trim() !== '') reader.comment.author = text.trim();
    }),
  ],
  [
    'atnref',
    captured((reader, text) => {
      reader.comment.reference = text.trim();
    }),
  ],
  [
    'atndate',
    captured((reader, text) => {
      if (/^\s{0,9}-?[0-9]{1,10}\s{0,9}$/u.test(text)) reader.comment.date = readDttm(Number(text));
    }),
  ],
  ['atrfstart', between('w:commentRangeStart', 'w:id', 'range ')],
  ['bkmkstart', between('w:bookmarkStart', 'w:name')],

  ['listtext', label],
  ['pntext', label],
  ['field', field],
  ['fldinst', fieldInstruction],
  ['fldrslt', fieldResult],
  ['object', embeddedObject],
  ['result', objectResult],
  [
    'objclass',
    captured((reader, text) => {
      if (reader.object) reader.object = { ...reader.object, class: text };
    }),
  ],
  ['pict', picture],
  ['shppict', () => undefined],
  ['shp', look],
  ['shpgrp', look],
  ['shpinst', look],
  ['sp', look],
  ['sv', look],
  ['do', look],
  ['shptxt', textBox],
  ['dptxbxtext', textBox],
  [
    'nesttableprops',
    (reader) => {
      reader.isInNestedRow = true;
      reader.onClose(() => {
        reader.isInNestedRow = false;
      });
    },
  ],
  [
    'upr',
    (reader) => {
      reader.expectAlternatives();
    },
  ],
  ['ud', () => undefined],
  // A formula is read in one line, as in a .docx.
  ['moMath', () => undefined],
  ['moMathPara', () => undefined],
]);
