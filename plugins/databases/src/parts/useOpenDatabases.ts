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

import { Key } from '@backstage/ui';
import { DatabaseDetail } from '@basewell/plugin-databases-common';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { anchorOf, useFocusAnchor } from './useFocusAnchor';

/**
 * Which databases are open: the one and only, those that the reader opened, and
 * the one that the address names. A new answer changes nothing of that.
 */
export function useOpenDatabases(items: readonly DatabaseDetail[]) {
  const anchor = anchorOf(useLocation().hash);
  const ids = items.map(({ database }) => database.id);
  const named = ids.find(id => anchor === id || anchor.startsWith(`${id}/`));
  const [open, setOpen] = useState<Set<Key>>(
    () => new Set(ids.filter(id => ids.length === 1 || id === named)),
  );
  useEffect(() => {
    if (named !== undefined) {
      setOpen(previous => new Set([...previous, named]));
    }
  }, [named]);
  useFocusAnchor(named !== undefined && open.has(named));
  return [open, setOpen] as const;
}
