import { useId, type ReactNode } from 'react';
import type { Conclusion } from '../../../shared/opinion/decisions.ts';
import { opinionText } from '../../text/opinion.ts';
import type { Gate } from './use-gate.ts';

type Choice = Gate['conclusions'][number];

/**
 * The conclusions that the type allows; none is ever chosen beforehand. One that cannot stand beside the rest of the
 * work says why and cannot be taken, but it can be reached, so that the reason is heard.
 */
export function ConclusionCards(props: {
  readonly choices: readonly Choice[];
  readonly chosen: Conclusion | null;
  readonly isEditable: boolean;
  readonly choose: (conclusion: Conclusion | null) => void;
}): ReactNode {
  const { choices, chosen, isEditable, choose } = props;
  const heading = useId();
  const words = opinionText.conclusion;
  const card = (choice: Choice): ReactNode => (
    <ConclusionCard
      key={choice.id}
      choice={choice}
      isChosen={choice.id === chosen}
      isEditable={isEditable}
      choose={() => choose(choice.id)}
    />
  );
  return (
    <section className="opinion-conclusion" role="radiogroup" aria-labelledby={heading}>
      <div className="opinion-heading">
        <h3 id={heading}>{words.title}</h3>
        {chosen !== null && isEditable && (
          <button type="button" className="plain-button" onClick={() => choose(null)}>
            {words.clear}
          </button>
        )}
      </div>
      <p className="opinion-remark">{words.byPerson}</p>
      {choices.filter((choice) => !choice.isProcedural).map(card)}
      <p className="opinion-conclusion-divider">{words.procedural}</p>
      <div className="opinion-conclusion-procedural">{choices.filter((choice) => choice.isProcedural).map(card)}</div>
    </section>
  );
}

function ConclusionCard(props: {
  readonly choice: Choice;
  readonly isChosen: boolean;
  readonly isEditable: boolean;
  readonly choose: () => void;
}): ReactNode {
  const { choice, isChosen, isEditable, choose } = props;
  const reason = useId();
  const isRefused = choice.refusal !== null;
  const isFree = isEditable && !isRefused;
  return (
    <label className={`opinion-conclusion-card${isChosen ? ' is-chosen' : ''}${isRefused ? ' is-refused' : ''}`}>
      <input
        type="radio"
        name="conclusion"
        checked={isChosen}
        aria-disabled={!isFree}
        aria-describedby={isRefused ? reason : undefined}
        onChange={() => {
          if (isFree) choose();
        }}
      />
      <span className="opinion-conclusion-name">{choice.name}</span>
      {isRefused && (
        <span className="opinion-conclusion-refusal" id={reason}>
          {choice.refusal}
        </span>
      )}
    </label>
  );
}
