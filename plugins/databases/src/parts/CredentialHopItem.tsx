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
import {
  CredentialHop,
  CredentialState,
} from '@basewell/plugin-databases-common';
import {
  RiArrowRightCircleLine,
  RiDatabase2Line,
  RiKey2Line,
  RiSafe2Line,
} from '@remixicon/react';
import { useSentences, useWords } from '../words';
import { AnchorLink } from './AnchorLink';
import styles from './CredentialHopItem.module.css';
import { EvidenceTable } from './EvidenceTable';
import { RelativeTime } from './RelativeTime';
import { StateBadge } from './StateBadge';

const icons = {
  origin: RiSafe2Line,
  transport: RiArrowRightCircleLine,
  secret: RiKey2Line,
  database: RiDatabase2Line,
};

/** One hop: what it is, how it is, since when, and whether the chain is lost here. */
export function CredentialHopItem(props: {
  readonly hop: CredentialHop;
  /** What is said where the chain is lost. */
  readonly trouble:
    Exclude<CredentialState, 'in-sync'> | 'conflicting' | undefined;
  /** Id of the element, which a link leads to. */
  readonly anchor: string;
}) {
  const { anchor, hop, trouble } = props;
  const { changedAt, evidence, object, role, state, title, url } = hop;
  const t = useWords();
  const { summary } = useSentences()(hop);
  const Icon = icons[role];
  return (
    <li
      id={anchor}
      tabIndex={-1}
      className={styles.hop}
      data-decides={(hop.decides && trouble !== undefined) || undefined}
    >
      <span className={styles.rail}>
        <Icon aria-hidden size={18} />
      </span>
      <div className={styles.body}>
        <div className={styles.head}>
          <span className={styles.title}>{title}</span>{' '}
          <StateBadge lane="credential" state={state} />{' '}
          {hop.decides && trouble && (
            <>
              <strong>{t(`credential.decides.${trouble}`)}</strong>{' '}
              <AnchorLink
                anchor={anchor}
                label={t('credential.linkHop', { title })}
              />
            </>
          )}
        </div>
        <div className={styles.side}>
          {/* A Secret is called so anyway. */}
          {role !== 'secret' && <>{t(`credential.role.${role}`)}: </>}
          {url ? (
            <Link href={url} target="_blank">
              {object}
            </Link>
          ) : (
            <span>{object}</span>
          )}
          {changedAt && (
            <>
              {' · '}
              {t('credential.changedAt', {
                ago: <RelativeTime instant={changedAt} />,
              })}
            </>
          )}
        </div>
        <p>{summary}</p>
        <EvidenceTable evidence={evidence} />
      </div>
    </li>
  );
}
