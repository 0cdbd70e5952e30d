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
import { Evidence } from '@basewell/plugin-databases-common';
import { useWords } from '../words';
import { CopyButton } from './CopyButton';
import styles from './EvidenceTable.module.css';
import { PlainTable } from './PlainTable';
import { RelativeTime } from './RelativeTime';

/** What a sentence rests on, one click away. */
export function EvidenceTable(props: {
  readonly evidence: readonly Evidence[];
}) {
  const { evidence } = props;
  const t = useWords();
  const label = t('finding.evidence', { number: String(evidence.length) });
  if (!evidence.length) {
    return null;
  }
  return (
    <details className={styles.evidence}>
      <summary>{label}</summary>
      <PlainTable
        label={label}
        columns={[
          t('finding.object'),
          t('finding.field'),
          t('finding.value'),
          t('finding.observed'),
        ]}
        rows={evidence.map(
          ({ object, field, value, observedAt, url }, index) => ({
            key: `${index}`,
            cells: [
              url ? (
                <Link href={url} target="_blank">
                  {object}
                </Link>
              ) : (
                object
              ),
              field && <code>{field}</code>,
              value !== undefined && <code>{value}</code>,
              observedAt && <RelativeTime instant={observedAt} />,
            ],
          }),
        )}
      />
      <CopyButton label={t('copy.evidence')} text={textOf(evidence)} />
    </details>
  );
}

/** One line each: `Cluster databases/shop status.phase = Healthy (observed 2026-11-21T02:00:00Z)`. */
function textOf(evidence: readonly Evidence[]): string {
  return evidence
    .map(({ object, field, value, observedAt }) =>
      [
        object,
        field,
        value !== undefined && `= ${value}`,
        observedAt && `(observed ${observedAt})`,
      ]
        .filter(Boolean)
        .join(' '),
    )
    .join('\n');
}
