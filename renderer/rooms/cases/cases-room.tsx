import type { ReactNode } from 'react';
import { text } from '../../app/text.ts';

/** 案卷: every case there is, and the way in for new ones. */
export function CasesRoom(): ReactNode {
  return <h2>{text.cases.title}</h2>;
}
