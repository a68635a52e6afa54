import type { ReactNode } from 'react';
import { text } from '../../app/text.ts';

/** 收件: what was taken, what it is, and what is missing. */
export function IntakeRoom(): ReactNode {
  return <h2>{text.intake.title}</h2>;
}
