import type { CaseWork } from '../cases/case-work.ts';

/** Roles as they are guessed from names, and what the lists of materials call the same thing. */
const aliases: Readonly<Record<string, string>> = {
  草案: '草案文本',
  依据: '依据文本',
  征求意见情况: '公开征求意见材料',
  公平竞争审查意见: '公平竞争审查表',
  法律意见书: '法律顾问意见',
};

/** What the lists of materials call a role. */
export function materialOf(role: string): string {
  return aliases[role] ?? role;
}

/** The materials that the files of a submission show to be there; what no file shows is left open, never called missing. */
export function presentMaterials(
  roles: readonly string[],
  materials: readonly { readonly role: string }[],
): CaseWork['materials'] {
  const known = new Set(materials.map((material) => material.role));
  const found = roles.map(materialOf).filter((role) => known.has(role));
  return Object.fromEntries(found.map((role) => [role, 'present'] as const));
}
