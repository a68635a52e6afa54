import { AppError } from '../../../../shared/contract/errors.ts';
import type { XrayNote } from '../../../../shared/document/source.ts';
import { child, textContent, type XmlElement } from '../xml.ts';
import { targetOf, type OpcPackage } from './package.ts';

const linkNames: Readonly<Record<string, string | undefined>> = {
  hyperlink: '超链接',
  attachedTemplate: '文档模板',
  oleObject: '链接的对象',
  image: '图片',
  frame: '框架',
  subDocument: '子文档',
  aFChunk: '外部内容',
  mailMergeSource: '邮件合并数据源',
};
const embedded = /(?:^|\/)(?:embeddings|activeX)\//iu;
const macros = /(?:^|\/)vba(?:Project|Data)\.(?:bin|xml)$/iu;
/** Beyond this, more of the same kind says nothing new. */
const maxLinks = 200;
const clip = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

function note(kind: XrayNote['kind'], detail: string): XrayNote {
  return { kind, detail, paragraph: null };
}

/** Macros and embedded objects, told by the parts of the package. */
function readParts(opc: OpcPackage): readonly XrayNote[] {
  return opc.partNames.flatMap((name) => {
    if (macros.test(name)) return [note('macro', `文件含有宏（${clip(name)}），本程序不会运行它`)];
    if (embedded.test(name) && !name.endsWith('/') && !name.toLowerCase().endsWith('.rels')) {
      return [note('embedded-object', `嵌入的对象：${clip(name)}，其内容未读取`)];
    }
    return [];
  });
}

async function readLinks(opc: OpcPackage): Promise<readonly XrayNote[]> {
  const notes = new Map<string, XrayNote>();
  for (const name of opc.partNames) {
    const match = /^\/?(.{0,200})_rels\/([^/]{1,200})\.rels$/u.exec(name);
    if (!match) continue;
    for (const { type, target, isExternal } of await opc.relationships(`${match[1] ?? ''}${match[2] ?? ''}`)) {
      if (type === 'aFChunk' && !isExternal) {
        notes.set(target, note('embedded-object', `嵌入的外来内容（altChunk）：${clip(target)}，其内容未读取`));
      }
      if (!isExternal || notes.size >= maxLinks) continue;
      const what = linkNames[type] ?? type;
      notes.set(`${type} ${target}`, note('external-link', `外部链接（${what}）：${clip(target)}`));
    }
  }
  return [...notes.values()];
}

async function readMetadata(opc: OpcPackage): Promise<readonly XrayNote[]> {
  const relationships = await opc.relationships('');
  const core = targetOf(relationships, 'core-properties');
  const extended = targetOf(relationships, 'extended-properties', 'extendedProperties');
  try {
    return listMetadata(
      core === null ? null : await opc.readXml(core),
      extended === null ? null : await opc.readXml(extended),
    );
  } catch (error) {
    // The text does not depend on the properties: a draft is not refused for their sake.
    if (error instanceof AppError && error.code === 'damaged-file')
      return [note('metadata', '文件属性已损坏，无法读取')];
    throw error;
  }
}

function listMetadata(core: XmlElement | null, extended: XmlElement | null): readonly XrayNote[] {
  const values: readonly (readonly [string, string])[] = [
    ['作者', textContent(child(core, 'dc:creator'))],
    ['最后保存者', textContent(child(core, 'cp:lastModifiedBy'))],
    ['单位', textContent(child(extended, 'ep:Company'))],
    ['主管', textContent(child(extended, 'ep:Manager'))],
  ];
  return values
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]) => note('metadata', `文件属性·${name}：${clip(value.trim())}`));
}

/** What the package holds beside the text: macros, embedded objects, links to the outside, who made it. */
export async function readPackageXray(opc: OpcPackage): Promise<readonly XrayNote[]> {
  return [...readParts(opc), ...(await readLinks(opc)), ...(await readMetadata(opc))];
}
