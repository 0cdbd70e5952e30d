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

import { CredentialConsumer } from '@basewell/plugin-databases-common';
import { useWords } from '../words';
import styles from './ConsumerList.module.css';
import { PlainTable } from './PlainTable';
import { RelativeTime } from './RelativeTime';

/** So many are shown at once; the rest is one click away. */
const fewConsumers = 6;

/** Who reads a Secret, those first that started before it changed. */
export function ConsumerList(props: {
  readonly consumers: readonly CredentialConsumer[];
  /** Whether the chain is lost here, and at none of its hops. */
  readonly decides: boolean;
}) {
  const t = useWords();
  const consumers = [...props.consumers].sort(
    (a, b) => urgency(a) - urgency(b),
  );
  if (!consumers.length) {
    return <p className={styles.none}>{t('credential.noConsumers')}</p>;
  }
  const rest = consumers.slice(fewConsumers);
  return (
    <div className={styles.consumers}>
      <span className={styles.name}>{t('credential.consumers')}</span>{' '}
      {props.decides && <strong>{t('credential.decides.drifted')}</strong>}
      {tableOf(t('credential.consumers'), consumers.slice(0, fewConsumers))}
      {rest.length > 0 && (
        <details>
          <summary>
            {t('credential.moreConsumers', { number: String(rest.length) })}
          </summary>
          {tableOf(t('credential.otherConsumers'), rest)}
        </details>
      )}
    </div>
  );

  function tableOf(label: string, shown: readonly CredentialConsumer[]) {
    return (
      <PlainTable
        label={label}
        columns={[
          t('credential.consumer'),
          t('credential.reads'),
          t('credential.started'),
          t('credential.value'),
        ]}
        rows={shown.map(consumer => ({
          key: `${consumer.object} ${consumer.reads}`,
          cells: [
            consumer.object,
            t(`credential.readsFrom.${consumer.reads}`),
            consumer.startedAt && <RelativeTime instant={consumer.startedAt} />,
            valueOf(consumer),
          ],
        }))}
      />
    );
  }

  function valueOf({ reads, startedBeforeChange }: CredentialConsumer) {
    if (startedBeforeChange === undefined) {
      return t('credential.startedUnknown');
    }
    if (!startedBeforeChange) {
      return t('credential.startedAfter');
    }
    const words = t(`credential.startedBefore.${reads}`);
    return reads === 'environment' ? <strong>{words}</strong> : words;
  }
}

function urgency({ reads, startedBeforeChange }: CredentialConsumer): number {
  if (startedBeforeChange === undefined) {
    return 2;
  }
  const followed = reads === 'volume' ? 1 : 0;
  return startedBeforeChange ? followed : 3;
}
