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

import { Alert } from '@backstage/ui';
import { Finding, Severity } from '@basewell/plugin-databases-common';
import { useFindingWords, useWords } from '../state';
import styles from './FindingList.module.css';

const statusOf: {
  readonly [severity in Severity]: 'danger' | 'warning' | 'info';
} = { error: 'danger', warning: 'warning', info: 'info' };

/** Policy results, worst first, with what to do about each. */
export function FindingList(props: { readonly findings: readonly Finding[] }) {
  const { findings } = props;
  const t = useWords();
  const words = useFindingWords();
  if (!findings.length) {
    return <Alert status="success" icon title={t('review.policyPassed')} />;
  }
  return (
    <ul className={styles.list}>
      {findings.map((finding, index) => {
        const { summary, remedy } = words(finding);
        const { severity, waiver } = finding;
        return (
          <li key={`${finding.rule}-${index}`}>
            <Alert
              status={waiver ? 'info' : statusOf[severity]}
              icon
              title={`${t(`review.severity.${waiver ? 'waived' : severity}`)}: ${summary}`}
              description={
                <>
                  {waiver ? waivedWords(waiver) : remedy}{' '}
                  <code>{finding.rule}</code>
                </>
              }
            />
          </li>
        );
      })}
    </ul>
  );

  function waivedWords({ reason, until }: NonNullable<Finding['waiver']>) {
    return until
      ? t('review.waivedUntil', { reason, until })
      : t('review.waived', { reason });
  }
}
