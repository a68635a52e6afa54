import { AutoComplete } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { Issue } from '../../../shared/cases/case-work.ts';
import { parseChineseNumeral } from '../../../shared/text/chinese-numeral.ts';
import { deskText } from '../../text/desk.ts';
import { FieldWriter } from './field-writer.ts';
import { askLawName, completeLawName, useLawName, type LawName } from './law-names.ts';
import { UnconfirmedChip } from './severity-mark.tsx';

type NamedBasis = Issue['basis'][number];

/** Hands the whole list over; the group says which letters are one step of undo. */
type WriteBases = (bases: readonly NamedBasis[], group: string | null) => void;

/** Whether an instrument applied on the case's day, and whether that was held against the official text. */
function LawStatusChips(props: { readonly law: LawName | null | undefined }): ReactNode {
  const { law } = props;
  if (law === undefined) return null;
  const status = law?.status ?? 'unknown';
  return (
    <>
      <span className={`desk-chip desk-law-${status}`}>{deskText.lawStatus[status]}</span>
      {law?.confirmed !== true && <UnconfirmedChip />}
    </>
  );
}

/** The number of the first 条 in 第十七条第一款; null where the text names none. */
function articleNumber(article: string): number | null {
  const match = /第([^第条]{1,9})条/u.exec(article);
  return match?.[1] === undefined ? null : parseChineseNumeral(match[1]);
}

function BasisLine(props: {
  readonly basis: NamedBasis;
  readonly number: number;
  readonly asOf: string;
  readonly isDisabled: boolean;
  readonly onChange: (basis: NamedBasis, group: string) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { basis, number, asOf, isDisabled, onChange, onRemove } = props;
  const [typed, setTyped] = useState<NamedBasis | null>(null);
  const [writer] = useState(() => new FieldWriter(crypto.randomUUID()));
  const [names, setNames] = useState<readonly LawName[]>([]);
  const law = useLawName(asOf, basis.source);
  const shown = typed ?? basis;
  const words = deskText.issue;

  useEffect(() => void askLawName(asOf, basis.source), [asOf, basis.source]);
  useEffect(() => () => writer.flush(), [writer]);

  const put = (next: NamedBasis): void => {
    setTyped(next);
    const write = (_text: string, group: string): void => {
      onChange(next, group);
      setTyped(null);
    };
    writer.put('', write, performance.now());
  };
  const search = (query: string): void => {
    if (query.trim() === '') setNames([]);
    else void completeLawName(query, asOf).then(setNames);
  };
  const cited = articleNumber(shown.article);
  const max = law?.maxArticle ?? null;
  return (
    <li className="desk-basis-line">
      <AutoComplete
        className="desk-basis-name"
        aria-label={words.basisName(number)}
        placeholder={words.basisNameHint}
        value={shown.source}
        disabled={isDisabled}
        options={names.map((name) => ({
          value: name.name,
          label: (
            <span className="desk-law-option">
              <span className="desk-law-name">{name.name}</span>
              <LawStatusChips law={name} />
            </span>
          ),
        }))}
        popupMatchSelectWidth={360}
        showSearch={{ onSearch: search }}
        onChange={(source: string) => put({ ...shown, source })}
        onBlur={() => writer.rest()}
      />
      <input
        className="desk-field desk-basis-article"
        aria-label={words.basisArticle(number)}
        placeholder={words.basisArticleHint}
        value={shown.article}
        readOnly={isDisabled}
        spellCheck={false}
        onChange={(event) => put({ ...shown, article: event.target.value })}
        onBlur={() => writer.rest()}
      />
      <button
        type="button"
        className="desk-icon"
        aria-label={words.basisRemove(number)}
        title={words.basisRemove(number)}
        disabled={isDisabled}
        onClick={onRemove}
      >
        ×
      </button>
      <span className="desk-basis-status">
        {basis.source !== '' && <LawStatusChips law={law} />}
        {cited !== null && max !== null && cited > max && (
          <span className="desk-chip desk-law-lapsed">{words.beyond(max)}</span>
        )}
      </span>
    </li>
  );
}

/** The legal bases of an issue: names completed from the law pack as of the case's day, with their status. */
export function BasisEditor(props: {
  readonly bases: readonly NamedBasis[];
  readonly asOf: string;
  readonly isDisabled: boolean;
  readonly onWrite: WriteBases;
}): ReactNode {
  const { bases, asOf, isDisabled, onWrite } = props;
  const words = deskText.issue;
  return (
    <div className="desk-bases" role="group" aria-label={words.basis}>
      <ul>
        {bases.map((basis, index) => (
          <BasisLine
            // A line has no name of its own; what was typed last is written before a line goes.
            key={`${bases.length}:${index}`}
            basis={basis}
            number={index + 1}
            asOf={asOf}
            isDisabled={isDisabled}
            onChange={(next, group) => onWrite(bases.with(index, next), group)}
            onRemove={() => onWrite(bases.toSpliced(index, 1), null)}
          />
        ))}
      </ul>
      <button
        type="button"
        className="desk-link"
        disabled={isDisabled}
        onClick={() => onWrite([...bases, { source: '', article: '' }], null)}
      >
        ＋ {words.basisAdd}
      </button>
    </div>
  );
}
