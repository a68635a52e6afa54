import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { findPackProblems } from '../../../shared/rules/check-rule-pack.ts';
import { type LoadedRulePack, type RulePack, rulePackSchema } from '../../../shared/rules/rule-pack.ts';
import type { Environment } from '../environment.ts';

function packError(file: string, problem: string, cause?: unknown): AppError {
  return new AppError('rule-pack-invalid', `规则包“${file}”${problem}。请更正或更换该文件。`, {
    cause,
    data: { file },
  });
}

function parsePack(file: string, bytes: Uint8Array): RulePack {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw packError(file, '不是有效的 UTF-8 JSON 文件', error);
  }
  const parsed = rulePackSchema.safeParse(value);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    throw packError(file, `格式不合规定（位置：${place === '' ? '文件开头' : place}）`, parsed.error);
  }
  const [problem] = findPackProblems(parsed.data);
  if (problem !== undefined) throw packError(file, `内容有误：${problem}`);
  return parsed.data;
}

async function listPacks(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (error) {
    throw new AppError('rule-pack-invalid', '读不到规则包文件夹。请重新安装。', { cause: error });
  }
}

/**
 * Loads every rule pack of the resources folder in order of file name.
 * @throws AppError `rule-pack-invalid` naming the file and the first thing wrong in it
 */
export async function loadRulePacks(env: Pick<Environment, 'resources'>): Promise<readonly LoadedRulePack[]> {
  const folder = join(env.resources, 'rules');
  const packs: LoadedRulePack[] = [];
  const owners = new Map<string, string>();
  for (const file of await listPacks(folder)) {
    let bytes: Uint8Array;
    try {
      bytes = await readFile(join(folder, file));
    } catch (error) {
      throw packError(file, '读不到', error);
    }
    const pack = parsePack(file, bytes);
    if (packs.some((other) => other.pack.id === pack.id)) throw packError(file, `与另一规则包的标识“${pack.id}”相同`);
    // Decisions name items by id alone, so an id must mean one question in all packs together.
    for (const { id } of pack.items) {
      const owner = owners.get(id);
      if (owner !== undefined) throw packError(file, `的审查项 ${id} 与规则包“${owner}”重复`);
      owners.set(id, pack.id);
    }
    packs.push({ pack, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  if (packs.length === 0) throw new AppError('rule-pack-invalid', '规则包文件夹中没有规则包。请重新安装。');
  return packs;
}
