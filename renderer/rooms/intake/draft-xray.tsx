import { useState, type ReactNode } from 'react';
import type { OpenedCase } from '../../app/case-store.ts';
import { text } from '../../app/text.ts';
import { groupXray, type XrayGroup } from './group-xray.ts';
import type { Intake } from './use-intake.ts';

type Draft = NonNullable<OpenedCase['draft']>;

/** How many of one kind are shown before one asks for the rest. */
const shownAtFirst = 3;

/** Says why there is no draft to review, and what to do. */
export function DraftProblem(props: { readonly intake: Intake }): ReactNode {
  const { opened, work } = props.intake;
  if (opened.draft !== null) return null;
  const words = work.draft === null ? text.intake.noDraft : text.intake.draftProblem;
  return (
    <section className="intake-card intake-problem" role="alert">
      <h3>
        <span aria-hidden="true">■ </span>
        {words.title}
      </h3>
      {opened.draftProblem !== null && <p>{opened.draftProblem}</p>}
      <p className="intake-note">{words.advice}</p>
    </section>
  );
}

/** What the draft carries that its printed pages do not show, by kind, and what could not be read of it. */
export function DraftXray(props: { readonly draft: Draft }): ReactNode {
  const { xray, warnings } = props.draft;
  return (
    <section className="intake-card" aria-labelledby="intake-xray">
      <h3 id="intake-xray">{text.intake.xray.title}</h3>
      <p className="intake-note">{text.intake.xray.note}</p>
      {xray.length === 0 && (
        <p className="intake-clean">
          <span aria-hidden="true">✓ </span>
          {text.intake.xray.clean}
        </p>
      )}
      {groupXray(xray).map((group) => (
        <XrayKind key={group.kind} group={group} />
      ))}
      {warnings.length > 0 && (
        <>
          <h4 className="intake-subtitle">{text.intake.warnings.title}</h4>
          <ul className="intake-warnings">
            {warnings.map((warning, index) => (
              <li key={index}>{warning.message}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function XrayKind(props: { readonly group: XrayGroup }): ReactNode {
  const { kind, details } = props.group;
  const [isOpen, setOpen] = useState(false);
  const words = text.intake.xray.kinds[kind];
  const shown = isOpen ? details : details.slice(0, shownAtFirst);
  return (
    <div className="intake-xray">
      <h4>
        {words?.name ?? text.intake.xray.other}
        <span className="intake-count">{text.intake.xray.count(details.length)}</span>
      </h4>
      {words !== undefined && <p className="intake-note">{words.plain}</p>}
      <ul>
        {shown.map((detail, index) => (
          <li key={index}>{detail}</li>
        ))}
      </ul>
      {details.length > shownAtFirst && (
        <button type="button" className="plain-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? text.intake.xray.less : text.intake.xray.more(details.length - shownAtFirst)}
        </button>
      )}
    </div>
  );
}
