import { useCallback, type ReactNode } from 'react';
import { useCase } from '../../app/case-store.ts';
import { useDesk } from '../../app/desk-store.ts';
import { opinionText } from '../../text/opinion.ts';
import { CallFailure } from '../../ui/call-failure.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ConclusionCards } from './conclusion-cards.tsx';
import { GateList } from './gate-list.tsx';
import { entriesOf, useGate, type GateState } from './use-gate.ts';
import { usePrimaryKey } from './use-primary-key.ts';

/** The right pane: the conclusion, what stands in its way, and the way on. */
export function GatePanel(): ReactNode {
  const gate = useGate();
  const conclusion = useCase((open) => open.work?.conclusion ?? null);
  const isIssued = useCase((open) => open.work?.issued !== null);
  const isEditable = useCase((open) => open.isEditable);
  const edit = useCase((open) => open.edit);
  return (
    <aside className="opinion-side" data-pane="gate" aria-label={opinionText.gate.title}>
      <div className="opinion-side-scroll" aria-busy={!gate.isCurrent}>
        {gate.value !== null && (
          <ConclusionCards
            choices={gate.value.conclusions}
            chosen={conclusion}
            isEditable={isEditable}
            choose={(chosen) => edit({ kind: 'conclusion.set', conclusion: chosen })}
          />
        )}
        {!isIssued && (
          <section className="opinion-gate" aria-label={opinionText.gate.title}>
            <h3>{opinionText.gate.title}</h3>
            <GateState gate={gate} />
          </section>
        )}
      </div>
      <GoButton gate={gate} isIssued={isIssued} />
    </aside>
  );
}

function GateState(props: { readonly gate: GateState }): ReactNode {
  const { value, error, retry } = props.gate;
  return (
    <>
      {error !== null && (
        <CallFailure title={opinionText.gate.failed} {...error} retry={retry} retryLabel={opinionText.gate.retry} />
      )}
      {value === null && error === null && <Skeleton lines={6} label={opinionText.gate.loading} />}
      {value !== null && <GateList gate={value} />}
    </>
  );
}

function GoButton(props: { readonly gate: GateState; readonly isIssued: boolean }): ReactNode {
  const { gate, isIssued } = props;
  const navigate = useDesk((desk) => desk.navigate);
  const words = opinionText.go;
  const blocks = entriesOf(gate.value, 'blocks').length;
  const isOpen = isIssued || (gate.value !== null && gate.isCurrent && blocks === 0 && gate.error === null);
  const go = useCallback(() => navigate('issue'), [navigate]);
  usePrimaryKey(isOpen ? go : null);
  return (
    <div className="opinion-go">
      <button type="button" className="button" disabled={!isOpen} onClick={go}>
        {isIssued ? words.issued : words.label}
        <kbd>Ctrl+Enter</kbd>
      </button>
      {!isOpen && (
        <p role="status">
          {gate.value !== null && blocks > 0
            ? words.blocked(blocks)
            : gate.error === null
              ? words.waiting
              : words.unknown}
        </p>
      )}
    </div>
  );
}
