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

import { FileRule } from '../FileRule';
import { fileViolation } from '../fileViolation';

const key = (prefix: string) =>
  `${prefix}1${'QPZRY9X8GF2T'.repeat(5).slice(0, 58)}`;

/**
 * A private key, of age above all: with it everybody who can read the repository can
 * decrypt what SOPS encrypted, now and in its history. Scanners know the classic
 * prefix and miss the post-quantum one.
 *
 * @public
 */
export const privateKeyInGit: FileRule = {
  id: 'private-key-in-git',
  title: 'No private key lies in a repository',
  severity: 'error',
  stages: ['change', 'live'],
  evenInExamples: true,
  examples: {
    good: {
      reason: 'a public key, and a private one that is cut short',
      files: {
        'README.md':
          'age1exampleexample belongs to AGE-SECRET-KEY-1QPZRY…, which stays with you.\n',
      },
    },
    bad: {
      reason: 'a post-quantum key of age',
      files: { 'keys.txt': `# ours\n${key('AGE-SECRET-KEY-PQ-')}\n` },
    },
  },
  check: ({ files }) =>
    files.flatMap(file =>
      file.sightings.flatMap(sighting =>
        sighting.kind === 'private-key'
          ? fileViolation(
              file,
              { line: sighting.line },
              'privateKeyInGit.found',
              { path: file.path, line: sighting.line, of: sighting.of },
              // Keys made for tests are no leak, and only people can tell.
              file.isExample ? 'warning' : 'error',
            )
          : [],
      ),
    ),
};
