import type { CaseWork } from '../../../shared/cases/case-work.ts';
import type { DeskMaterial, OpenedCase } from './desk-types.ts';

/** Whether a material is there; null where nobody has said so and no file has its role. */
export type MaterialState = CaseWork['materials'][string] | null;

/** A material with its state and the files that have its role. */
export interface ListedMaterial {
  readonly material: DeskMaterial;
  readonly state: MaterialState;
  readonly files: readonly string[];
}

/** The materials of a case: as the reviewer says, else there where a file has the role. */
export function listMaterials(
  materials: readonly DeskMaterial[],
  files: OpenedCase['files'],
  work: Pick<CaseWork, 'materials' | 'roles'>,
): readonly ListedMaterial[] {
  return materials.map((material) => {
    const own = files.filter((file) => (work.roles[file.sha256] ?? file.role) === material.role);
    return {
      material,
      state: work.materials[material.role] ?? (own.length > 0 ? 'present' : null),
      files: own.map((file) => file.name),
    };
  });
}

/** What a submission must hold and does not, as far as is known. */
export function missingMaterials(listed: readonly ListedMaterial[]): readonly ListedMaterial[] {
  return listed.filter(
    ({ material, state }) => state === 'missing' || (state === null && material.requirement === 'required'),
  );
}
