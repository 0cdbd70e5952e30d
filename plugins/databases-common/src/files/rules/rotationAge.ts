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

import { exampleCiphertext, exampleSecret } from '../exampleFiles';
import { FileRule } from '../FileRule';
import { fileViolation } from '../fileViolation';
import { InspectedFile, InspectedValue } from '../InspectedTree';

const values = { password: exampleCiphertext('p') };
const dayMilliseconds = 86_400_000;

/**
 * A value that nobody changed for longer than the house allows. It changed at the
 * latest when its IV did; without a history that reaches so far, when the file was
 * last written.
 *
 * @public
 */
export const rotationAge: FileRule = {
  id: 'rotation-age',
  title: 'Values are changed as often as they have to be',
  severity: 'warning',
  stages: ['live'],
  examples: {
    good: {
      reason: 'it was written three weeks ago',
      files: { 'shop.yaml': exampleSecret(values) },
    },
    bad: {
      reason: 'it was written last year',
      files: {
        'shop.yaml': exampleSecret(values, {
          lastModified: '2025-11-01T00:00:00Z',
        }),
      },
    },
  },
  check: ({ files }, { now, rotationDays }) =>
    rotationDays === undefined
      ? []
      : files.flatMap(file => {
          const old = file.documents
            .flatMap(document => document.values)
            .filter(({ fingerprint }) => fingerprint !== undefined)
            .flatMap(value => {
              const days = ageInDays(sinceOf(file, value), now);
              return days > rotationDays ? { value, days } : [];
            });
          if (!old.length) return [];
          const [{ value }] = old;
          return fileViolation(
            file,
            { line: value.line, key: value.name },
            'rotationAge.old',
            {
              path: file.path,
              keys: old.map(each => each.value.name),
              days: Math.floor(Math.max(...old.map(each => each.days))),
              limit: rotationDays,
            },
          );
        }),
};

/** The oldest version from which on the value is the same. */
function sinceOf(
  { history = [], sops }: InspectedFile,
  { path, fingerprint }: InspectedValue,
): string | undefined {
  const changed = history.findIndex(
    version => version.fingerprints[path] !== fingerprint,
  );
  const same = changed < 0 ? history : history.slice(0, changed);
  return same.at(-1)?.at ?? sops?.lastModified;
}

function ageInDays(since: string | undefined, now: string): number {
  const age = Date.parse(now) - Date.parse(since ?? now);
  return Number.isNaN(age) ? 0 : age / dayMilliseconds;
}
