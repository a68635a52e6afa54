import type { Check } from './check.ts';
import { l01 } from './checks/l01.ts';
import { l02 } from './checks/l02.ts';
import { l03 } from './checks/l03.ts';
import { l04 } from './checks/l04.ts';
import { l06 } from './checks/l06.ts';

/** Every check there is, in the order of the catalogue. */
export const catalogue: readonly Check[] = [l01, l02, l03, l04, l06];
