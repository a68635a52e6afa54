import { child, type XmlElement } from '../xml.ts';
import type { FieldTracker } from './fields.ts';
import { placeWithin, readRevision, type Place, type Revision } from './revision.ts';
import type { ParagraphStyle, StyleSheet } from './styles.ts';
import { readSymbol, unknownSymbol } from './symbols.ts';
import { shownAlternative, toggleOf, valueOf } from './vocabulary.ts';

/** A reference from the text to a footnote or endnote. */
export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
  readonly place: Place;
}

/** What stands inside one paragraph. Line breaks are U+000A in both texts. */
export interface InlineContent {
  /** With all changes accepted. */
  final: string;
  /** With all changes rejected. */
  original: string;
  /** Text that is formatted as hidden, in neither of the two. */
  hidden: string;
  readonly revisions: { readonly revision: Revision; text: string }[];
  readonly textBoxes: { readonly content: XmlElement; readonly place: Place }[];
  readonly notes: NoteReference[];
  readonly comments: string[];
  readonly bookmarks: string[];
  /** Fields of the final view. */
  readonly fields: { readonly instruction: string; readonly result: string }[];
  pictures: number;
  /** Charts and diagrams, whose text is not read. */
  drawings: number;
  unknownSymbols: number;
}

const invisible = /[\u00ad\u200b\u2060\ufeff]/gu;

/** Text as it is read: without characters that take no room, the no-break space as a space, no line ends. */
function plainText(text: string): string {
  const visible = text.search(invisible) < 0 ? text : text.replace(invisible, '');
  return visible.replace(/[\u00a0\r\n]/gu, ' ');
}

const white = (character: string) =>
  character === ' ' || character === '\t' || character === '\n' || character === '\r';

/** `w:t` without `xml:space="preserve"` loses the white space at its ends, as any XML text does in Word. */
function textOf(element: XmlElement): string {
  const text = element.children.filter((node) => typeof node === 'string').join('');
  if (element.attributes['xml:space'] === 'preserve') return plainText(text);
  let start = 0;
  let end = text.length;
  while (start < end && white(text.charAt(start))) start += 1;
  while (end > start && white(text.charAt(end - 1))) end -= 1;
  return plainText(text.slice(start, end));
}

/** Reads the content of one paragraph. @param base in which views the paragraph itself stands */
export function readInline(
  paragraph: XmlElement,
  base: Place,
  paragraphStyle: ParagraphStyle,
  styles: StyleSheet,
  fields: FieldTracker,
): InlineContent {
  const content: InlineContent = {
    final: '',
    original: '',
    hidden: '',
    revisions: [],
    textBoxes: [],
    notes: [],
    comments: [],
    bookmarks: [],
    fields: [],
    pictures: 0,
    drawings: 0,
    unknownSymbols: 0,
  };
  /** The revision that the last text belonged to, so that its pieces become one note. */
  let running: { readonly revision: Revision; text: string } | null = null;

  const add = (text: string, place: Place, isHidden: boolean): void => {
    if (text === '' || !fields.isPrinting) return;
    if (isHidden) {
      content.hidden += text;
      return;
    }
    if (place.final) content.final += text;
    if (place.original) content.original += text;
    const { revision } = place;
    if (!revision) {
      running = null;
    } else if (running?.revision.kind === revision.kind && running.revision.author === revision.author) {
      running.text += text;
    } else {
      running = { revision, text };
      content.revisions.push(running);
    }
  };

  const isRunHidden = (run: XmlElement): boolean => {
    const properties = child(run, 'w:rPr');
    const direct = toggleOf(properties, 'w:vanish');
    if (direct !== null) return direct;
    // A toggle property set in both styles is off (ISO/IEC 29500-1, 17.7.3).
    const style = valueOf(properties, 'w:rStyle');
    return paragraphStyle.isHidden !== (style !== null && styles.isCharacterHidden(style));
  };

  const closeField = (field: { instruction: string; result: string } | null, place: Place): void => {
    if (field && place.final) content.fields.push(field);
  };

  const readDrawing = (element: XmlElement, place: Place): void => {
    for (const node of element.children) {
      if (typeof node === 'string') continue;
      if (node.name === 'w:txbxContent') content.textBoxes.push({ content: node, place });
      else if (node.name === 'mc:AlternateContent') readShown(node, (shown) => readDrawing(shown, place));
      else {
        if (node.name === 'a:blip' || node.name === 'v:imagedata') content.pictures += 1;
        if (node.name === 'a:graphicData' && /\/(?:diagram|chart)/u.test(node.attributes['uri'] ?? '')) {
          content.drawings += 1;
        }
        readDrawing(node, place);
      }
    }
  };

  const readRunContent = (run: XmlElement, place: Place, isHidden: boolean): void => {
    for (const node of run.children) {
      if (typeof node === 'string') continue;
      const { name, attributes } = node;
      switch (name) {
        case 'w:t':
        case 'm:t':
          add(textOf(node), place, isHidden);
          break;
        case 'w:delText':
          add(textOf(node), { ...place, final: false }, isHidden);
          break;
        case 'w:tab':
        case 'w:ptab':
          add('\t', place, isHidden);
          break;
        case 'w:br':
        case 'w:cr':
          add('\n', place, isHidden);
          break;
        case 'w:noBreakHyphen':
          add('-', place, isHidden);
          break;
        case 'w:sym': {
          const symbol = readSymbol(attributes['w:font'] ?? '', attributes['w:char'] ?? '');
          if (symbol === unknownSymbol) content.unknownSymbols += 1;
          add(symbol, place, isHidden);
          break;
        }
        case 'w:ruby': {
          const rubyBase = child(node, 'w:rubyBase');
          if (rubyBase) readContent(rubyBase, place);
          break;
        }
        case 'w:fldChar':
          closeField(fields.mark(node, content, content.final), place);
          break;
        case 'w:instrText':
          fields.addInstruction(node.children.filter((text) => typeof text === 'string').join(''));
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          content.notes.push({
            kind: name === 'w:footnoteReference' ? 'footnote' : 'endnote',
            id: attributes['w:id'] ?? '',
            place,
          });
          break;
        case 'w:commentReference':
          content.comments.push(attributes['w:id'] ?? '');
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          if (!isHidden && fields.isPrinting) readDrawing(node, place);
          break;
        case 'mc:AlternateContent':
          readShown(node, (shown) => readRunContent(shown, place, isHidden));
          break;
        default:
          break;
      }
    }
  };

  const readContent = (element: XmlElement, place: Place): void => {
    for (const node of element.children) {
      if (typeof node === 'string') continue;
      const { name, attributes } = node;
      switch (name) {
        case 'w:r':
        case 'm:r':
          readRunContent(node, place, isRunHidden(node));
          break;
        case 'w:ins':
        case 'w:del':
        case 'w:moveFrom':
        case 'w:moveTo':
          readContent(node, placeWithin(place, readRevision(node)));
          break;
        case 'w:fldSimple': {
          const start = content.final.length;
          readContent(node, place);
          closeField({ instruction: attributes['w:instr'] ?? '', result: content.final.slice(start) }, place);
          break;
        }
        case 'w:bookmarkStart':
          content.bookmarks.push(attributes['w:name'] ?? '');
          break;
        case 'w:commentRangeStart':
          content.comments.push(attributes['w:id'] ?? '');
          break;
        case 'mc:AlternateContent':
          readShown(node, (shown) => readContent(shown, place));
          break;
        case 'w:hyperlink':
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:sdt':
        case 'w:sdtContent':
        case 'w:dir':
        case 'w:bdo':
          readContent(node, place);
          break;
        default:
          // A formula is read in one line; what is written above and below a fraction's bar follows one another.
          if (name.startsWith('m:')) readContent(node, place);
          break;
      }
    }
  };

  readContent(paragraph, base);
  return content;
}

function readShown(alternatives: XmlElement, read: (shown: XmlElement) => void): void {
  const shown = shownAlternative(alternatives);
  if (shown) read(shown);
}
