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

import { Alert, VisuallyHidden } from '@backstage/ui';
import { PreviewState } from '../api';
import { useWords } from '../state';
import { Failure } from './Failure';

/** Says where the preview stands, aloud too: one polite live region. */
export function PreviewStatus(props: {
  readonly state: PreviewState;
  readonly retry: () => void;
}) {
  const { state, retry } = props;
  const t = useWords();
  return (
    <>
      <VisuallyHidden>
        <div role="status" aria-live="polite">
          {spoken()}
        </div>
      </VisuallyHidden>
      {shown()}
    </>
  );

  function spoken(): string {
    switch (state.status) {
      case 'ready':
        return state.last.blockers.length
          ? `${t('review.blocked')}: ${state.last.blockers[0]}`
          : t('review.ready', { count: changedFiles(state) });
      case 'failed':
        return t('review.failed');
      default:
        return t('review.loading');
    }
  }

  function shown() {
    switch (state.status) {
      case 'ready':
        return state.last.blockers.length ? (
          <Alert
            status="danger"
            icon
            title={t('review.blocked')}
            description={
              <ul>
                {state.last.blockers.map(blocker => (
                  <li key={blocker}>{blocker}</li>
                ))}
              </ul>
            }
          />
        ) : (
          <Alert status="success" icon title={t('review.allowed')} />
        );
      case 'failed':
        return (
          <>
            <Failure
              title={t('review.failed')}
              error={state.error}
              retry={retry}
            />
            {state.last && <Alert status="info" title={t('review.lastGood')} />}
          </>
        );
      default:
        return (
          <Alert
            status="info"
            isPending
            title={t(
              state.status === 'loading' && state.last
                ? 'review.refreshing'
                : 'review.loading',
            )}
          />
        );
    }
  }
}

function changedFiles({ last }: Extract<PreviewState, { status: 'ready' }>) {
  return last.files.filter(({ change }) => change !== 'none').length;
}
