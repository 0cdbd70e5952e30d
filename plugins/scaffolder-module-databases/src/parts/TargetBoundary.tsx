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

import { Alert, Skeleton } from '@backstage/ui';
import {
  DatabaseParameters,
  TargetSummary,
} from '@basewell/plugin-databases-common';
import { ReactElement } from 'react';
import { useTarget, useWords } from '../state';
import { Failure } from './Failure';

/** Shows fields that depend on the target once it is known. */
export function TargetBoundary(props: {
  readonly parameters: DatabaseParameters;
  readonly children: (target: TargetSummary) => ReactElement;
}) {
  const { parameters, children } = props;
  const t = useWords();
  const target = useTarget(parameters);
  switch (target.status) {
    case 'loading':
      return (
        <div role="status" aria-label={t('target.loading')}>
          <Skeleton height={64} />
        </div>
      );
    case 'failed':
      return <Failure title={t('target.failed')} {...target} />;
    default:
      return target.value ? (
        children(target.value)
      ) : (
        <Alert status="info" icon title={t('target.choose')} />
      );
  }
}
