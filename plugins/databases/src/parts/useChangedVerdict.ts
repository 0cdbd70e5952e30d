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

import { DatabaseDetail } from '@basewell/plugin-databases-common';
import { useEffect, useRef, useState } from 'react';
import { useStateWord, useWords } from '../words';
import { databaseName } from './databaseName';

/**
 * A sentence for those who do not see the page change: what is worst in the
 * databases whose worst verdict is another one than in the answer before.
 */
export function useChangedVerdict(
  items: readonly DatabaseDetail[] | undefined,
): string {
  const t = useWords();
  const word = useStateWord();
  const before = useRef(new Map<string, string>());
  const [sentence, setSentence] = useState('');
  const worst = (items ?? []).map(({ database, worst: { lane, state } }) => ({
    id: database.id,
    key: `${lane} ${state}`,
    words: t('tab.changed', {
      name: databaseName(database),
      lane: t(`lane.${lane}`),
      state: word(lane, state),
    }),
  }));
  useEffect(() => {
    const changed = worst.filter(
      ({ id, key }) => (before.current.get(id) ?? key) !== key,
    );
    before.current = new Map(worst.map(({ id, key }) => [id, key]));
    if (changed.length) {
      setSentence(changed.map(({ words }) => words).join('. '));
    }
    // Only another verdict is news.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [worst.map(({ id, key }) => `${id} ${key}`).join()]);
  return sentence;
}
