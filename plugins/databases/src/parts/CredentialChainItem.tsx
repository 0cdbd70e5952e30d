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

import { CredentialChain } from '@basewell/plugin-databases-common';
import { useTimes, useWords } from '../words';
import { AnchorLink } from './AnchorLink';
import { ConsumerList } from './ConsumerList';
import styles from './CredentialChainItem.module.css';
import { CredentialHopItem } from './CredentialHopItem';
import { credentialWays } from './credentialWays';
import { Facts } from './Facts';
import { RelativeTime } from './RelativeTime';
import { StateBadge } from './StateBadge';

/** The way of one secret, hop by hop, and who reads it at the end. */
export function CredentialChainItem(props: {
  readonly chain: CredentialChain;
  /** Id of the element, which a link leads to. */
  readonly anchor: string;
  /** Whether it is open before the reader closes or opens it. */
  readonly open: boolean;
}) {
  const { anchor, chain, open } = props;
  const { changedAt, claims, consumers, expiresAt, rotationSeconds } = chain;
  const { id, purpose, role, source, state, transport } = chain;
  const t = useWords();
  const times = useTimes();
  const { claimed, common } = credentialWays(chain.hops);
  const trouble = troubleOf(chain);
  const consumersDecide =
    state === 'drifted' && !chain.hops.some(({ decides }) => decides);
  const hopsOf = (hops: typeof common) =>
    hops.map(hop => (
      <CredentialHopItem
        key={hop.object}
        anchor={`${anchor}/${chain.hops.indexOf(hop) + 1}`}
        trouble={trouble}
        hop={hop}
      />
    ));
  return (
    <li id={anchor} tabIndex={-1} className={styles.chain}>
      <details open={open}>
        <summary>
          <span className={styles.name}>{id}</span>{' '}
          <StateBadge lane="credential" state={state} />{' '}
          <span className={styles.side}>
            {t(`credential.source.${source}`)}
            {' · '}
            {role
              ? t('credential.purposeOf', {
                  purpose: t(`credential.purpose.${purpose}`),
                  role,
                })
              : t(`credential.purpose.${purpose}`)}
          </span>
        </summary>
        <div className={styles.body}>
          <Facts
            facts={[
              {
                name: t('credential.claims'),
                value: claims
                  ?.map(claim => t(`credential.source.${claim}`))
                  .join(', '),
              },
              {
                name: t('credential.transport'),
                // Each claim has its own.
                value: claims ? undefined : transport,
              },
              {
                name: t('credential.changed'),
                value: changedAt ? (
                  <RelativeTime instant={changedAt} />
                ) : (
                  t('credential.changedUnknown')
                ),
              },
              {
                name: t('credential.rotation'),
                value:
                  rotationSeconds === undefined
                    ? undefined
                    : t('credential.every', {
                        length: times.seconds(rotationSeconds),
                      }),
              },
              {
                name: t('credential.expires'),
                value: expiresAt && <RelativeTime instant={expiresAt} />,
              },
            ]}
          />
          <ol className={styles.hops} aria-label={t('credential.hops')}>
            {claimed.length > 0 && (
              <li className={styles.claims}>
                {claimed.map(hops => (
                  <ol
                    key={hops[0].object}
                    className={styles.hops}
                    aria-label={t('credential.claim', {
                      origin: hops[0].title,
                    })}
                  >
                    {hopsOf(hops)}
                  </ol>
                ))}
              </li>
            )}
            {hopsOf(common)}
          </ol>
          {(consumers.length > 0 || purpose === 'runtime') && (
            <ConsumerList consumers={consumers} decides={consumersDecide} />
          )}
        </div>
      </details>
      <span className={styles.link}>
        <AnchorLink anchor={anchor} label={t('credential.link', { id })} />
      </span>
    </li>
  );
}

/** What is said at the hop at which the chain is lost. */
function troubleOf({ source, state }: CredentialChain) {
  if (source === 'conflicting') {
    return source;
  }
  return state === 'in-sync' ? undefined : state;
}
