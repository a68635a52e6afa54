import { create } from 'zustand';
import { plainLawName } from '../../../shared/rules/law-index.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { invoke } from '../../api.ts';

/** What the law pack says of an instrument on a day. */
export type LawName = CallOutput<'law.complete'>['names'][number];

interface LawNames {
  /** By day and name as written; null where the pack does not know the name. */
  readonly known: Readonly<Record<string, LawName | null>>;
}

const useLawNames = create<LawNames>()(() => ({ known: {} }));
const asked = new Set<string>();

function keyOf(asOf: string, name: string): string {
  return `${asOf} ${plainLawName(name)}`;
}

/** Names that complete what is typed; empty where the services do not answer, for the field may be filled without. */
export async function completeLawName(query: string, asOf: string): Promise<readonly LawName[]> {
  const result = await invoke('law.complete', { query, asOf });
  return result.ok ? result.value.names : [];
}

/** Asks the law pack for an instrument, once a day and name. */
export async function askLawName(asOf: string, name: string): Promise<void> {
  const key = keyOf(asOf, name);
  if (name.trim() === '' || asked.has(key)) return;
  asked.add(key);
  const names = await completeLawName(name, asOf);
  const found = names.find((each) => plainLawName(each.name) === plainLawName(name)) ?? null;
  useLawNames.setState(({ known }) => ({ known: { ...known, [key]: found } }));
}

/** What is known of an instrument on a day; undefined until the law pack has answered. */
export function useLawName(asOf: string, name: string): LawName | null | undefined {
  return useLawNames(({ known }) => known[keyOf(asOf, name)]);
}
