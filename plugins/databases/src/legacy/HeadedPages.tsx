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

import { PluginHeader } from '@backstage/ui';
import { RiDatabase2Line } from '@remixicon/react';
import { DatabasesPages } from '../fleet';
import { useWords } from '../words';

/** The pages with the header that the new frontend system gives them by itself. */
export function HeadedPages() {
  const t = useWords();
  return (
    <>
      <PluginHeader icon={<RiDatabase2Line />} title={t('fleet.title')} />
      <DatabasesPages />
    </>
  );
}
