import type { Structure } from '../document/structure/structure.ts';

const government = /(?:政府|委员会|管委会|管理委员会|办事处|办公室|局|厅|中心|大队|支队|法院|检察院)$/u;
const privateName = /公司|合作社|企业|集团|银行|村民委员会|居民委员会|业主委员会/u;

/** A party's name in the form in which names are compared: half-width, without white space. */
export function plainPartyName(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '');
}

/** Whether a party is an organ or institution of government by its name. */
export function isGovernmentName(name: string): boolean {
  const plain = plainPartyName(name);
  return government.test(plain) && !privateName.test(plain);
}

/** Whether a party is a district government itself, not one of its departments or its office. */
export function isDistrictGovernment(name: string): boolean {
  return /区人民政府$/u.test(plainPartyName(name));
}

/** The name a role has: in the head, else at its signature; empty where both are blank. */
export function nameOfRole(structure: Structure, role: string): string {
  const head = structure.parties.find((party) => party.role === role)?.name ?? '';
  return head !== '' ? head : (structure.signatures.find((signature) => signature.role === role)?.name ?? '');
}

/** The roles whose parties are organs of government, e.g. 甲方. */
export function governmentRoles(structure: Structure): ReadonlySet<string> {
  const roles = [...structure.parties, ...structure.signatures].map(({ role }) => role);
  return new Set(roles.filter((role) => isGovernmentName(nameOfRole(structure, role))));
}
