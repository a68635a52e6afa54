import type { Check } from './check.ts';
import { l01 } from './checks/l01.ts';
import { l02 } from './checks/l02.ts';
import { l03 } from './checks/l03.ts';
import { l04 } from './checks/l04.ts';
import { l06 } from './checks/l06.ts';
import { l07 } from './checks/l07.ts';
import { l08 } from './checks/l08.ts';
import { l15 } from './checks/l15.ts';
import { l17 } from './checks/l17.ts';
import { n01 } from './checks/n01.ts';
import { n03 } from './checks/n03.ts';
import { n04 } from './checks/n04.ts';
import { n12 } from './checks/n12.ts';
import { n14 } from './checks/n14.ts';
import { n18 } from './checks/n18.ts';
import { n19 } from './checks/n19.ts';
import { n20 } from './checks/n20.ts';
import { c02 } from './checks/c02.ts';
import { c05 } from './checks/c05.ts';
import { c07 } from './checks/c07.ts';
import { c13 } from './checks/c13.ts';
import { c17 } from './checks/c17.ts';

/** Every check there is, in the order of the catalogue. */
export const catalogue: readonly Check[] = [
  l01,
  l02,
  l03,
  l04,
  l06,
  l07,
  l08,
  l15,
  l17,
  n01,
  n03,
  n04,
  n12,
  n14,
  n18,
  n19,
  n20,
  c02,
  c05,
  c07,
  c13,
  c17,
];
