import type { XrayNote } from '../../../../shared/document/source.ts';
import { child, childElements, textContent, type XmlElement } from '../xml.ts';
import type { OdfParts } from './package.ts';
import { isExternal, showAddress } from './references.ts';

const clip = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
const note = (kind: XrayNote['kind'], detail: string): XrayNote => ({ kind, detail, paragraph: null });

/** Modules of Basic and files of other languages; the lists of libraries that stand beside them are no macros. */
function isMacro(name: string): boolean {
  if (name.endsWith('/')) return false;
  if (/^Basic\//iu.test(name)) return !/\/(?:script|dialog)-l[bc]\.xml$/iu.test(name);
  return /^Scripts\//iu.test(name);
}

function readNames(names: readonly string[]): readonly XrayNote[] {
  return names.filter(isMacro).map((name) => note('macro', `文件含有宏（${clip(name)}），本程序不会运行它`));
}

function hasListener(element: XmlElement | null): boolean {
  return childElements(element).some(({ name }) => name === 'script:event-listener');
}

/** Whether a script is more than the empty library that a flat file always has. */
function holdsProgram(element: XmlElement): boolean {
  if (/:(?:module|source-code)$/u.test(element.name)) return true;
  return element.children.some((node) => (typeof node === 'string' ? node.trim() !== '' : holdsProgram(node)));
}

function readScripts(root: XmlElement): readonly XrayNote[] {
  const scripts = child(root, 'office:scripts');
  const isProgram = childElements(scripts, 'office:script').some(holdsProgram);
  return isProgram || hasListener(child(scripts, 'office:event-listeners'))
    ? [note('macro', '文件含有随打开、保存等动作运行的脚本，本程序不会运行它')]
    : [];
}

function readMetadata(root: XmlElement | null): readonly XrayNote[] {
  const meta = child(root, 'office:meta');
  const value = (name: string) => textContent(child(meta, name)).trim();
  const defined = (name: RegExp) => {
    const found = childElements(meta, 'meta:user-defined').find(({ attributes }) =>
      name.test(attributes['meta:name'] ?? ''),
    );
    return textContent(found ?? null).trim();
  };
  const values: readonly (readonly [string, string])[] = [
    ['作者', value('meta:initial-creator')],
    ['最后保存者', value('dc:creator')],
    ['打印者', value('meta:printed-by')],
    ['单位', defined(/^(?:company|单位|公司)$/iu)],
    ['主管', defined(/^(?:manager|主管|经理)$/iu)],
    ['编辑次数', value('meta:editing-cycles')],
  ];
  const notes = values
    .filter(([, text]) => text !== '')
    .map(([name, text]) => note('metadata', `文件属性·${name}：${clip(text)}`));
  const template = child(meta, 'meta:template')?.attributes['xlink:href'] ?? '';
  if (isExternal(template)) notes.push(note('external-link', `外部链接（文档模板）：${showAddress(template)}`));
  return notes;
}

/** What the file holds beside its text: macros, links to the outside, who made it. */
export function readOdfXray(parts: OdfParts): readonly XrayNote[] {
  return [...readNames(parts.names), ...readScripts(parts.content), ...readMetadata(parts.meta)];
}
