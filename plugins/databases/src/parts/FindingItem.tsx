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

import { Link } from '@backstage/ui';
import { LaneFinding } from '@basewell/plugin-databases-common';
import {
  RiAlertFill,
  RiCloseCircleFill,
  RiInformationFill,
} from '@remixicon/react';
import { useSentences, useWords } from '../words';
import { AnchorLink } from './AnchorLink';
import { CommandLine } from './CommandLine';
import { EvidenceTable } from './EvidenceTable';
import styles from './FindingItem.module.css';
import { RelativeTime } from './RelativeTime';
import { Spoken } from './Spoken';

const icons = {
  error: RiCloseCircleFill,
  warning: RiAlertFill,
  info: RiInformationFill,
};

/** What a rule found: what is the case, since when, what to do, and what that rests on. */
export function FindingItem(props: {
  readonly finding: LaneFinding;
  /** Id of the element, which a link leads to. */
  readonly anchor: string;
  readonly runbook?: string;
}) {
  const { finding, anchor, runbook } = props;
  const { commands = [], evidence, rule, severity, since } = finding;
  const t = useWords();
  const { summary, remedy } = useSentences()(finding);
  const Icon = icons[severity];
  return (
    <li
      id={anchor}
      tabIndex={-1}
      className={styles.finding}
      data-severity={severity}
    >
      <Icon aria-hidden size={18} className={styles.icon} />
      <div className={styles.body}>
        <p className={styles.summary}>
          <Spoken>{t(`finding.severity.${severity}`)}: </Spoken>
          {summary}{' '}
          <AnchorLink
            anchor={anchor}
            label={t('finding.link', { rule })}
            title={rule}
          />
        </p>
        <p>
          {remedy}{' '}
          {runbook && (
            <Link href={runbook} target="_blank">
              {t('finding.runbook')}
            </Link>
          )}
        </p>
        {commands.map(command => (
          <CommandLine key={command} command={command} />
        ))}
        <div className={styles.side}>
          {since && (
            <span>
              <RelativeTime instant={since} />
            </span>
          )}
          <EvidenceTable evidence={evidence} />
        </div>
      </div>
    </li>
  );
}
