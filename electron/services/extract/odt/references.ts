/** Addresses that lead out of the file; those within it begin with `#` or name a part. */
const external = /^(?:[a-z][a-z0-9+.-]{1,30}:|\/\/|\\\\|\.\.\/)/iu;

/** Whether an address leads out of the file. */
export function isExternal(address: string): boolean {
  return external.test(address.trim()) && !address.startsWith('vnd.sun.star.Package:');
}

/** An address as a note or an instruction shows it. */
export function showAddress(address: string): string {
  const plain = address.trim().replaceAll('"', '%22').replaceAll(/\s/gu, '%20');
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}

/** `text:reference-format` (ODF 1.3, part 3, 19.859) of references to numbers, to the switch of a REF field. */
const switches: Readonly<Record<string, string | undefined>> = {
  number: '\\r',
  'number-no-superior': '\\n',
  'number-all-superior': '\\w',
};

/** The REF field that says the same as a reference to a bookmark's number; null for any other reference. */
export function referenceInstruction(name: string | undefined, format: string | undefined): string | null {
  const option = switches[format ?? ''];
  return option === undefined || name === undefined || /\s/u.test(name) ? null : ` REF ${name} ${option} `;
}
