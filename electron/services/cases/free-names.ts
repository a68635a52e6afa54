import { lstat } from 'node:fs/promises';
import { join } from 'node:path';

const attempts = 1000;

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** A file's name with a number before its ending; of X.docx.p7s, before both. */
function numbered(name: string, number: number): string {
  if (number === 1) return name;
  const ending = /(?:\.docx)?\.[a-z0-9]{1,5}$/u.exec(name)?.[0] ?? '';
  return `${name.slice(0, name.length - ending.length)}（${number}）${ending}`;
}

/**
 * Names under which a set of files can be written into a folder without touching what is there: as they are, or all of
 * them with the same number, so that a signature stays beside its file.
 */
export async function freeNames(folder: string, names: readonly string[]): Promise<readonly string[]> {
  for (let number = 1; number <= attempts; number += 1) {
    const candidates = names.map((name) => numbered(name, number));
    const taken = await Promise.all(candidates.map((name) => isThere(join(folder, name))));
    if (!taken.includes(true)) return candidates;
  }
  throw new Error(`no free names in ${folder}`);
}
