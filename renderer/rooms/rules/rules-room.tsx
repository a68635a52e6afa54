import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { DocumentType } from '../../../shared/check/finding.ts';
import { useCall } from '../../app/use-call.ts';
import { text } from '../../app/text.ts';
import { Notice } from '../../ui/notice.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ArticleView } from './article-view.tsx';
import './rules-room.css';

/** A rule pack as it is read. */
export type RulePackView = CallOutput<'rules.packs'>['packs'][number];

const types = ['all', 'normative', 'agreement', 'decision'] as const;
const nothing = {};

/** 规则: the packs, their articles, and the items of the checklist that come from each. */
export function RulesRoom(): ReactNode {
  const words = text.rules;
  const [packs, retry] = useCall('rules.packs', nothing);
  if (packs.kind === 'loading') {
    return (
      <div className="rules-loading">
        <Skeleton lines={10} label={words.loading} />
      </div>
    );
  }
  if (packs.kind === 'failed') {
    return (
      <Notice
        title={words.failed}
        message={packs.error.message}
        detail={text.app.code(packs.error.code)}
        action={{ label: text.app.retry, run: retry }}
      />
    );
  }
  const [first] = packs.value.packs;
  return first === undefined ? <p className="rules-empty">{words.empty}</p> : <Packs packs={packs.value.packs} />;
}

function Packs(props: { readonly packs: readonly RulePackView[] }): ReactNode {
  const [index, setIndex] = useState(0);
  const pack = props.packs[index] ?? props.packs[0];
  if (pack === undefined) return null;
  return (
    <div className="rules">
      {props.packs.length > 1 && (
        <Segments
          label={text.rules.packs}
          options={props.packs.map(({ id, title }) => ({ value: id, label: title }))}
          value={pack.id}
          isDisabled={false}
          onChange={(id) => setIndex(props.packs.findIndex((candidate) => candidate.id === id))}
        />
      )}
      <PackHead pack={pack} />
      <PackBody key={pack.id} pack={pack} />
    </div>
  );
}

function PackHead(props: { readonly pack: RulePackView }): ReactNode {
  const words = text.rules;
  const { title, version, date, sha256, status, truncated, notice, edition, source, articles, items } = props.pack;
  return (
    <header className="rules-head">
      <h2>
        {title}
        <PackMark status={status} word={words.status[status]} />
        {truncated && <PackMark status="superseded" word={words.truncated} />}
      </h2>
      <p className="rules-quiet">
        {words.version(version, date)} · {words.counts(articles.length, items.length)} ·{' '}
        <span className="mono">{words.hash(sha256)}</span>
      </p>
      <p className="rules-quiet">
        {words.edition}：{edition}。{words.source}：{source}
      </p>
      {notice !== null && <p className="rules-notice">{notice}</p>}
    </header>
  );
}

/** A mark that must not be overlooked: shape and word. */
function PackMark(props: { readonly status: RulePackView['status']; readonly word: string }): ReactNode {
  const { status, word } = props;
  return (
    <span className={`rules-status rules-status-${status}`}>
      <span aria-hidden="true">{text.rules.statusMarks[status]} </span>
      <span>{word}</span>
    </span>
  );
}

function PackBody(props: { readonly pack: RulePackView }): ReactNode {
  const words = text.rules;
  const { pack } = props;
  const [query, setQuery] = useState('');
  const [type, setType] = useState<DocumentType | 'all'>('all');
  const [number, setNumber] = useState(pack.articles[0]?.number ?? 0);
  const items = useMemo(
    () => pack.items.filter((item) => type === 'all' || item.appliesTo.includes(type)),
    [pack, type],
  );
  const shown = useMemo(() => {
    const wanted = query.trim();
    return pack.articles.filter(
      (article) =>
        wanted === '' ||
        `${article.label}${article.text}`.includes(wanted) ||
        items.some((item) => item.article === article.number && item.question.includes(wanted)),
    );
  }, [pack, items, query]);
  const selected = shown.find((article) => article.number === number) ?? shown[0];
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || selected === undefined) return;
    event.preventDefault();
    const next = shown[shown.indexOf(selected) + step];
    if (next === undefined) return;
    setNumber(next.number);
    document.getElementById(`rules-article-${next.number}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div className="rules-body">
      <section className="rules-list" data-pane="rules-list" aria-label={words.articles}>
        <div className="rules-tools">
          <SearchField label={words.search} value={query} onChange={setQuery} />
          <Segments
            label={words.type}
            options={types.map((value) => ({ value, label: words.types[value] }))}
            value={type}
            isDisabled={false}
            onChange={setType}
          />
        </div>
        {shown.length === 0 ? (
          <p className="rules-empty">{words.noMatch}</p>
        ) : (
          <div
            role="listbox"
            tabIndex={0}
            aria-label={words.articles}
            aria-activedescendant={selected === undefined ? undefined : `rules-article-${selected.number}`}
            className="rules-articles"
            onKeyDown={move}
          >
            {shown.map((article, index) => {
              const count = items.filter((item) => item.article === article.number).length;
              const isSelected = article === selected;
              return (
                <div key={article.number} role="presentation">
                  {article.chapter !== null && article.chapter !== shown[index - 1]?.chapter && (
                    <p className="rules-chapter" role="presentation">
                      {article.chapter}
                    </p>
                  )}
                  <div
                    id={`rules-article-${article.number}`}
                    role="option"
                    aria-selected={isSelected}
                    className="rules-article"
                    onClick={() => setNumber(article.number)}
                  >
                    <b>{article.label}</b>
                    <span>{article.text}</span>
                    <small>{words.itemCount(count)}</small>
                  </div>
                </div>
              );
            })}
          </div>
        )}
      </section>
      <section key={selected?.number} className="rules-detail" data-pane="rules-detail" aria-label={words.items}>
        {selected !== undefined && (
          <ArticleView article={selected} items={items.filter((item) => item.article === selected.number)} />
        )}
      </section>
    </div>
  );
}
