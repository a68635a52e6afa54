import type { PaneLook } from './types.ts';

/** Every look, the gravest first: whose ground is seen where several overlap, and whose colour a shared mark takes. */
export const paneLooks = [
  'blocking',
  'major',
  'issue',
  'minor',
  'hint',
  'note',
  'evidence',
  'dismissed',
] as const satisfies readonly PaneLook[];

const ranks = new Map<PaneLook, number>(paneLooks.map((look, index) => [look, index]));

/** The place of a look in {@link paneLooks}: 0 is the gravest. */
export function lookRank(look: PaneLook): number {
  return ranks.get(look) ?? paneLooks.length;
}
