import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { useCase } from './case-store.ts';
import { useDesk } from './desk-store.ts';
import { Steps } from './steps.tsx';
import { text } from './text.ts';
import { today, workdaysBetween } from './workdays.ts';

/** The title bar: which case this is, how far it is, how much time is left, and what always holds. */
export function TitleBar(): ReactNode {
  const work = useCase((open) => open.work);
  const state = useCase((open) => open.state);
  return (
    <header className="frame-head" data-pane="head">
      <span className="frame-mark" aria-hidden="true">
        {text.app.mark}
      </span>
      {work === null ? (
        <div className="head-case">
          <h1 className="head-title">{text.app.name}</h1>
          <p className="head-sub">{state === 'loading' ? text.app.head.opening : text.app.tagline}</p>
        </div>
      ) : (
        <div className="head-case">
          <h1 className="head-title">
            <span className="head-name" title={work.head.title}>
              {work.head.title === '' ? text.app.head.untitled : work.head.title}
            </span>
            <span className="pill">{text.app.types[work.type]}</span>
          </h1>
          <p className="head-sub">
            {[
              work.head.registration === '' ? text.app.head.unregistered : work.head.registration,
              work.head.submittedBy === ''
                ? text.app.head.unknownOrgan
                : text.app.head.submittedBy(work.head.submittedBy),
            ].join(' · ')}
          </p>
        </div>
      )}
      <Steps />
      <div className="head-badges">
        {work !== null && work.head.dueOn !== null && work.issued === null && <DueBadge dueOn={work.head.dueOn} />}
        <OfflineBadge />
        <ReviewerBadge />
      </div>
    </header>
  );
}

function DueBadge(props: { readonly dueOn: string }): ReactNode {
  const days = workdaysBetween(today(), props.dueOn);
  const isToday = props.dueOn === today();
  const words = days < 0 ? text.app.due.over(-days) : text.app.due.left(days);
  const tone = days < 0 ? ' due-over' : days <= 5 ? ' due-near' : '';
  return (
    <span className={`pill due${tone}`} title={text.app.due.note(props.dueOn)}>
      {isToday ? (
        text.app.due.today
      ) : (
        <>
          {words.before}
          <b>{words.number}</b>
          {words.after}
        </>
      )}
    </span>
  );
}

function OfflineBadge(): ReactNode {
  const { offline } = text.app;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={offline.title}
      content={
        <div className="offline-note">
          <ul>
            {offline.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <p>{offline.note}</p>
        </div>
      }
    >
      <button type="button" className="pill pill-button">
        <span aria-hidden="true">⌂</span> {offline.badge}
      </button>
    </Popover>
  );
}

function ReviewerBadge(): ReactNode {
  const ofCase = useCase((open) => open.work?.reviewer.name ?? '');
  const ofDesk = useDesk((desk) => desk.settings.reviewer.name);
  const navigate = useDesk((desk) => desk.navigate);
  const name = ofCase === '' ? ofDesk : ofCase;
  return (
    <button
      type="button"
      className="pill pill-button head-reviewer"
      title={text.app.reviewer.goto}
      onClick={() => navigate('settings')}
    >
      {text.app.reviewer.label} <b>{name === '' ? text.app.reviewer.none : name}</b>
    </button>
  );
}
