/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { LaneId, Verdict } from '@basewell/plugin-databases-common';
import type { ReactNode } from 'react';
import { useWords } from '../words';
import { EvidenceTable } from './EvidenceTable';
import { FindingItem } from './FindingItem';
import styles from './LaneSection.module.css';
import { RelativeTime } from './RelativeTime';
import { StateBadge } from './StateBadge';
import { VerdictLine } from './VerdictLine';

/** One lane: its state since when, what was found, and below that the facts. */
export function LaneSection(props: {
  /** Id of the database. */
  readonly database: string;
  readonly lane: LaneId;
  readonly verdict: Verdict;
  readonly runbooks: { readonly [rule: string]: string };
  readonly children?: ReactNode;
}) {
  const { database, lane, verdict, runbooks, children } = props;
  const { state, since, findings, evidence } = verdict;
  const t = useWords();
  // The deciding finding says the verdict's own sentence: once is enough.
  const said = findings.some(({ summary }) => summary === verdict.summary);
  return (
    <section
      id={`${database}/${lane}`}
      tabIndex={-1}
      className={styles.lane}
      aria-label={t(`lane.${lane}`)}
    >
      <div className={styles.head}>
        <h4>{t(`lane.${lane}`)}</h4>
        <StateBadge lane={lane} state={state} />
        {since && (
          <span className={styles.since}>
            {t('lane.since', {
              length: <RelativeTime instant={since} length />,
            })}
          </span>
        )}
      </div>
      <div className={styles.body}>
        {!said && (
          <>
            <VerdictLine verdict={verdict} />
            <EvidenceTable evidence={evidence} />
          </>
        )}
        {findings.length > 0 && (
          <ul className={styles.findings} aria-label={t('finding.list')}>
            {findings.map((finding, index) => {
              const anchor = anchorOf(index);
              return (
                <FindingItem
                  key={anchor}
                  finding={finding}
                  anchor={anchor}
                  runbook={runbooks[finding.rule]}
                />
              );
            })}
          </ul>
        )}
        {children}
      </div>
    </section>
  );

  /** `<database>/<rule>`; a rule that found several things gets a number from the second on. */
  function anchorOf(index: number): string {
    const { rule } = findings[index];
    const before = findings.slice(0, index).filter(f => f.rule === rule).length;
    return `${database}/${rule}${before ? `/${before + 1}` : ''}`;
  }
}
