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

import { RequestStep } from '@basewell/plugin-databases-common';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiQuestionFill,
  RiTimeLine,
} from '@remixicon/react';
import { useSentences, useWords } from '../words';
import { RelativeTime } from './RelativeTime';
import styles from './RequestSteps.module.css';

const icons = {
  done: RiCheckboxCircleFill,
  waiting: RiTimeLine,
  blocked: RiCloseCircleFill,
  unknown: RiQuestionFill,
};

/** What a request has behind it and before it, in that order. */
export function RequestSteps(props: {
  readonly steps: readonly RequestStep[];
}) {
  const t = useWords();
  return (
    <ol className={styles.steps} aria-label={t('request.steps')}>
      {props.steps.map((step, index) => (
        // The same step can be there for two Kubernetes clusters.
        <Step key={index} step={step} />
      ))}
    </ol>
  );
}

function Step(props: { readonly step: RequestStep }) {
  const { step } = props;
  const { id, environment, state, since, turn } = step;
  const t = useWords();
  const { summary, remedy } = useSentences()(step);
  const Icon = icons[state];
  return (
    <li className={styles.step} data-state={state}>
      <Icon aria-hidden size={18} />
      <div>
        <div className={styles.head}>
          <span className={styles.title}>
            {t(`request.step.${id}`)}
            {environment !== undefined && ` · ${environment}`}
          </span>
          <span>{t(`request.stepState.${state}`)}</span>
          {turn && (
            <span className={styles.side}>
              {t('request.turnOf', { who: t(`request.who.${turn}`) })}
            </span>
          )}
          {since !== undefined && (
            <span className={styles.side}>
              <RelativeTime instant={since} />
            </span>
          )}
        </div>
        <div>{summary}</div>
        {state !== 'done' && remedy && (
          <div className={styles.side}>{remedy}</div>
        )}
      </div>
    </li>
  );
}
