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

import { getCompoundEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { AnswerView, CoverageBanner, Surface } from '../parts';
import { useEntityDatabases } from '../tab';
import { useWords } from '../words';
import { EnvironmentList } from './EnvironmentList';

/** A service's databases in a few lines: the worst verdict per environment. */
export function OverviewCard() {
  const { entity } = useEntity();
  const t = useWords();
  const state = useEntityDatabases(getCompoundEntityRef(entity));
  return (
    <EntityInfoCard title={t('card.overview')}>
      <Surface>
        <AnswerView state={state}>
          {({ items, gaps }) => (
            <>
              {gaps.length > 0 && <CoverageBanner gaps={gaps} />}
              {items.length > 0 && <EnvironmentList items={items} />}
              {items.length + gaps.length === 0 && <p>{t('card.none')}</p>}
            </>
          )}
        </AnswerView>
      </Surface>
    </EntityInfoCard>
  );
}
