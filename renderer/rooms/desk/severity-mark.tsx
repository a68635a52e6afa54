import type { ReactNode } from 'react';
import type { Certainty, Severity } from '../../../shared/check/finding.ts';
import { deskText } from '../../text/desk.ts';

const shapes: Readonly<Record<Severity, string>> = { blocking: '■', major: '▲', minor: '●', hint: '○' };

/** A severity as shape and colour, with its word for screen readers or for everybody. */
export function SeverityMark(props: { readonly severity: Severity; readonly isWordShown?: boolean }): ReactNode {
  const { severity, isWordShown = false } = props;
  return (
    <span className={`desk-severity desk-severity-${severity}`}>
      <span aria-hidden="true">{shapes[severity]}</span>
      <span className={isWordShown ? 'desk-severity-word' : 'desk-unseen'}>{deskText.severities[severity]}</span>
    </span>
  );
}

/** How sure a check is, as a chip. */
export function CertaintyChip(props: { readonly certainty: Certainty }): ReactNode {
  return <span className="desk-chip">{deskText.certainties[props.certainty]}</span>;
}

/** Says that a basis was not held against the official text. */
export function UnconfirmedChip(): ReactNode {
  return (
    <span className="desk-chip desk-chip-caution" title={deskText.unconfirmedHint}>
      {deskText.unconfirmed}
    </span>
  );
}
