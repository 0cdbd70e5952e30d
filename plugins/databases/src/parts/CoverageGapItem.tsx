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

import { CoverageGap, placeOf } from '@basewell/plugin-databases-common';
import { useWords } from '../words';
import { RelativeTime } from './RelativeTime';
import { SignInToSee } from './SignInToSee';

/** More than these are there on demand: a whole Kubernetes cluster has sixteen. */
const fewKinds = 4;

/** What of one Kubernetes cluster cannot be seen, why, and what to do. */
export function CoverageGapItem(props: { readonly gap: CoverageGap }) {
  const { kubernetesCluster, kinds, message, state } = props.gap;
  const { lastSyncedAt, namespaces, tokenProvider } = props.gap;
  const t = useWords();
  const { name, origin } = placeOf(kubernetesCluster);
  return (
    <li>
      <strong>{t(`coverage.gap.${origin}`, { name })}</strong>: {reason()}{' '}
      {namespaces &&
        `${t('coverage.namespaces', { namespaces: namespaces.join(', ') })} `}
      {kinds.length > 0 &&
        kinds.length <= fewKinds &&
        `${t('coverage.kinds', { kinds: kinds.join(', ') })} `}
      {tokenProvider ? null : knownWhen()}
      {kinds.length > fewKinds && (
        <details>
          <summary>
            {t('coverage.manyKinds', { number: String(kinds.length) })}
          </summary>
          {kinds.join(', ')}
        </details>
      )}
      {tokenProvider && (state === 'on-demand' || state === 'unauthorized') && (
        <SignInToSee
          kubernetesCluster={kubernetesCluster}
          provider={tokenProvider}
        />
      )}
    </li>
  );

  function reason() {
    // Where no token of the reader changes what is seen, other pages show it.
    return state === 'on-demand' && !tokenProvider
      ? t('coverage.onPages', { message })
      : t(`coverage.reason.${state}`, { message });
  }

  function knownWhen() {
    return lastSyncedAt ? (
      <>
        {t('coverage.lastSynced')} <RelativeTime instant={lastSyncedAt} />.
      </>
    ) : (
      `${t('coverage.never')}.`
    );
  }
}
