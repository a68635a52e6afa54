import type { XrayNote } from '../../../../shared/document/source.ts';
import type { StorageEntry } from './compound-storage.ts';
import { readPropertySet } from './property-set.ts';
import { readStringTable } from './string-table.ts';
import type { WordFile } from './word-file.ts';

const macroStorages = new Set(['macros', 'vba', '_vba_project_cur']);
/** Beyond this, more of the same kind says nothing new. */
const maxObjects = 200;
const maxSavers = 10;
const templatePlace = 1;
const normalTemplate = /(?:^|[\\/])normal(?:\.dot[mx]?)?$/iu;
const clip = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

function note(kind: XrayNote['kind'], detail: string): XrayNote {
  return { kind, detail, paragraph: null };
}

/** Macros and embedded objects, told by the storages of the file. */
function readStorages(root: readonly StorageEntry[]): readonly XrayNote[] {
  return root.flatMap((entry) => {
    const name = entry.name.toLowerCase();
    if (macroStorages.has(name)) return [note('macro', `文件含有宏（${clip(entry.name)}），本程序不会运行它`)];
    if (name !== 'objectpool') return [];
    return entry.children
      .slice(0, maxObjects)
      .map((object) => note('embedded-object', `嵌入的对象：${clip(`${entry.name}/${object.name}`)}，其内容未读取`));
  });
}

function readTemplate(file: WordFile): readonly XrayNote[] {
  const template = file.optional('文档模板', '', () => {
    return readStringTable(file.table('associations'))[templatePlace]?.text ?? '';
  });
  if (template === '' || normalTemplate.test(template)) return [];
  return [note('external-link', `外部链接（文档模板）：${clip(template)}`)];
}

/** Who saved the file before, and where: Word 97 and 2000 keep the last ten. */
function readSavers(file: WordFile): readonly XrayNote[] {
  const strings = file.optional('保存记录', [], () => readStringTable(file.table('savedBy')));
  const notes: XrayNote[] = [];
  for (let index = 0; index + 1 < strings.length && notes.length < maxSavers; index += 2) {
    const who = strings[index]?.text ?? '';
    const where = strings[index + 1]?.text ?? '';
    if (`${who}${where}` !== '') notes.push(note('metadata', `文件属性·保存记录：${clip(who)}，${clip(where)}`));
  }
  return notes;
}

function readMetadata(file: WordFile): readonly XrayNote[] {
  const read = (stream: string): ReadonlyMap<number, string> =>
    file.optional('文件属性', new Map<number, string>(), () => {
      const bytes = file.storage.stream(stream);
      return bytes ? readPropertySet(bytes) : new Map<number, string>();
    });
  const summary = read('\u0005SummaryInformation');
  const more = read('\u0005DocumentSummaryInformation');
  const values: readonly (readonly [string, string | undefined])[] = [
    ['作者', summary.get(4)],
    ['最后保存者', summary.get(8)],
    ['单位', more.get(15)],
    ['主管', more.get(14)],
  ];
  return values.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [note('metadata', `文件属性·${name}：${clip(value)}`)],
  );
}

/** What the file holds beside the text: macros, embedded objects, its template, who made and saved it. */
export function readFileXray(file: WordFile): readonly XrayNote[] {
  return [...readStorages(file.storage.root), ...readTemplate(file), ...readMetadata(file), ...readSavers(file)];
}
