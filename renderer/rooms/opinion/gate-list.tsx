import { useState, type ReactNode } from 'react';
import { opinionText } from '../../text/opinion.ts';
import { follow, targetOf } from './gate-target.ts';
import { entriesOf, type Gate, type GateEntry } from './use-gate.ts';

/** Lines of one kind beyond this many are folded away. */
const unfolded = 4;

/** What the gate says: what keeps the opinion from being issued, then what should be known. Every line leads there. */
export function GateList(props: { readonly gate: Gate; readonly levels?: readonly GateEntry['level'][] }): ReactNode {
  const { gate, levels = ['blocks', 'reminds'] } = props;
  return levels.map((level) => <GateLevel key={level} level={level} entries={entriesOf(gate, level)} />);
}

function GateLevel(props: { readonly level: GateEntry['level']; readonly entries: readonly GateEntry[] }): ReactNode {
  const { level, entries } = props;
  const words = opinionText.gate;
  if (entries.length === 0) {
    if (level === 'reminds') return null;
    return (
      <p className="opinion-gate-clear">
        <span aria-hidden="true">✓</span> {words.clear}
        <small>{words.clearNote}</small>
      </p>
    );
  }
  return (
    <section className={`opinion-gate-level opinion-gate-level-${level}`} aria-label={words.level[level]}>
      <h4>{words[level](entries.length)}</h4>
      {groupByCode(entries).map((group) => (
        <GateGroup key={group[0]?.code} entries={group} />
      ))}
    </section>
  );
}

function groupByCode(entries: readonly GateEntry[]): readonly (readonly GateEntry[])[] {
  const codes = [...new Set(entries.map((entry) => entry.code))];
  return codes.map((code) => entries.filter((entry) => entry.code === code));
}

function GateGroup(props: { readonly entries: readonly GateEntry[] }): ReactNode {
  const { entries } = props;
  const [isOpen, setOpen] = useState(false);
  const isFolded = entries.length > unfolded + 1 && !isOpen;
  const shown = isFolded ? entries.slice(0, unfolded) : entries;
  return (
    <>
      <ul className="opinion-gate-lines">
        {shown.map((entry, index) => (
          <li key={`${index} ${entry.message}`}>
            <GateLine entry={entry} />
          </li>
        ))}
      </ul>
      {entries.length > unfolded + 1 && (
        <button
          type="button"
          className="plain-button opinion-gate-more"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? opinionText.gate.fewer : opinionText.gate.more(entries.length - unfolded)}
        </button>
      )}
    </>
  );
}

function GateLine(props: { readonly entry: GateEntry }): ReactNode {
  const { entry } = props;
  const target = targetOf(entry);
  const words = opinionText.gate;
  const content = (
    <>
      <span className={`opinion-gate-mark opinion-gate-mark-${entry.level}`} aria-hidden="true">
        {entry.level === 'blocks' ? '■' : '○'}
      </span>
      <span className="opinion-gate-message">{entry.message}</span>
    </>
  );
  if (target === null) return <p className="opinion-gate-line">{content}</p>;
  return (
    <button
      type="button"
      className="opinion-gate-line opinion-gate-link"
      onClick={() => follow(target)}
      title={words.goto[target.kind]}
    >
      {content}
      <span className="opinion-gate-arrow" aria-hidden="true">
        ›
      </span>
    </button>
  );
}
