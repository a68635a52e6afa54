import { officialNames, type FontRole } from './font-library.ts';
import { grid, margins, pageNumber, paragraphIndent, table, textArea, typeSize } from './layout-constants.ts';

/** Paragraph styles of the exported document, by their ids. */
export type StyleId =
  'Normal' | 'OpinionTitle' | 'OpinionBody' | `OpinionHeading${1 | 2 | 3}` | 'OpinionCell' | 'OpinionFooter';

/** Twentieths of a point in a millimetre. */
const TWIPS_PER_MM = 1440 / 25.4;

/** Converts millimetres to twentieths of a point, the measure of WordprocessingML. */
export function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS_PER_MM);
}

/** Height of a line in twentieths of a point: 22 of them fill 225 mm. */
export const docxLine = 579;

/** Width of one of the 28 characters in twentieths of a point. */
export const docxCell = Math.floor((textArea.width * TWIPS_PER_MM) / grid.characters);

/** From the foot of the sheet to the foot of the page number, so that its dash stands 7 mm under the text area. */
export const docxFooterDistance = twips(margins.bottom - pageNumber.drop) - (typeSize.pageNumber * 20) / 2;

interface Style {
  readonly id: StyleId;
  readonly name: string;
  readonly role: FontRole;
  /** In points. */
  readonly size: number;
  /** Children of `w:pPr` in the order of the schema (ECMA-376, part 1, 17.3.1.26). */
  readonly paragraph: string;
}

const off = (name: string): string => `<w:${name} w:val="0"/>`;
const on = (name: string): string => `<w:${name} w:val="1"/>`;
const exactly = (height: number): string =>
  `<w:spacing w:before="0" w:after="0" w:line="${height}" w:lineRule="exact"/>`;

const heading = (level: 1 | 2 | 3, name: string, role: FontRole): Style => ({
  id: `OpinionHeading${level}`,
  name,
  role,
  size: typeSize.body,
  paragraph: `<w:keepNext/><w:ind w:firstLine="${paragraphIndent * docxCell}"/><w:jc w:val="both"/><w:outlineLvl w:val="${level - 1}"/>`,
});

const styles: readonly Style[] = [
  {
    id: 'Normal',
    name: 'Normal',
    role: 'body',
    size: typeSize.body,
    // A page holds 22 lines even where one of a paragraph is left over; no space between Chinese and Latin letters
    // changes the 28 characters of a line. Marks may overhang the edge, as Word has it by default: LibreOffice 7.4 reads
    // this switch the wrong way round, and where it lets a mark overhang it can lose it.
    paragraph: off('widowControl') + on('overflowPunct') + off('autoSpaceDE') + off('autoSpaceDN') + exactly(docxLine),
  },
  {
    id: 'OpinionTitle',
    name: '公文标题',
    role: 'title',
    size: typeSize.title,
    // Off the grid: LibreOffice would give a line of 22 pt two of the 22 lines.
    paragraph: `<w:keepNext/><w:keepLines/>${off('snapToGrid')}<w:jc w:val="center"/>`,
  },
  {
    id: 'OpinionBody',
    name: '公文正文',
    role: 'body',
    size: typeSize.body,
    paragraph: `<w:ind w:firstLine="${paragraphIndent * docxCell}"/><w:jc w:val="both"/>`,
  },
  heading(1, '公文一级标题', 'heading1'),
  heading(2, '公文二级标题', 'heading2'),
  heading(3, '公文三级标题', 'body'),
  {
    id: 'OpinionCell',
    name: '公文表格',
    role: 'body',
    size: table.size,
    paragraph: off('snapToGrid') + exactly(table.pitch * 20),
  },
  {
    id: 'OpinionFooter',
    name: '公文页码',
    role: 'pageNumber',
    size: typeSize.pageNumber,
    paragraph: off('snapToGrid') + exactly(typeSize.pageNumber * 20),
  },
];

/**
 * The part `word/styles.xml`, written by hand: `docx` can set neither the order that the schema demands of these
 * paragraph properties nor some of them at all.
 */
export function stylesXml(): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
    styles.map(styleXml).join('') +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>' +
    '</w:styles>'
  );
}

function styleXml({ id, name, role, size, paragraph }: Style): string {
  const font = officialNames[role];
  const isDefault = id === 'Normal';
  return (
    `<w:style w:type="paragraph" ${isDefault ? 'w:default="1"' : 'w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${name}"/>` +
    `${isDefault ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraph}</w:pPr>` +
    `<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="${font}" w:eastAsia="${font}" w:hAnsi="${font}" w:cs="${font}"/>` +
    `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr></w:style>`
  );
}
