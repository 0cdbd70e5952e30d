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

import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { databasesApiRef } from '../api';
import { AnswerView, CoverageBanner, Surface } from '../parts';
import { useAnswer } from '../reading';
import { useWords } from '../words';
import { AttentionList } from './AttentionList';

/** How many databases fit beside the other widgets. */
const shown = 10;

/**
 * The reader's own databases that need a person, worst first.
 *
 * @public
 */
export function AttentionWidget() {
  const api = useApi(databasesApiRef);
  const identity = useApi(identityApiRef);
  const t = useWords();
  const state = useAnswer(
    useCallback(
      async signal => {
        const { ownershipEntityRefs } = await identity.getBackstageIdentity();
        return api.getFleet(
          { owner: ownershipEntityRefs, attention: true, limit: shown },
          { signal },
        );
      },
      [api, identity],
    ),
  );
  return (
    <Surface>
      <AnswerView state={state}>
        {({ items, total, gaps }) => (
          <>
            <CoverageBanner gaps={gaps} />
            {items.length > 0 && <AttentionList items={items} />}
            {total > items.length && (
              <p>{t('home.more', { number: String(total - items.length) })}</p>
            )}
            {total === 0 && (
              <p>{t(gaps.length ? 'home.nonePartly' : 'home.none')}</p>
            )}
          </>
        )}
      </AnswerView>
    </Surface>
  );
}
