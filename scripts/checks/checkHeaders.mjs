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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';
import { trackedFiles } from './trackedFiles.mjs';

const SOURCE = /\.(ts|tsx|js|mjs|cjs)$/;

/** One line each: there is nothing in them to license. */
const LINT_ENTRY = /(^|\/)\.eslintrc\.js$/;

/** Whether every source file begins as this one does. */
export async function checkHeaders() {
  const itself = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  const header = withoutYear(itself.slice(0, itself.indexOf('*/') + 2));
  return trackedFiles()
    .filter(path => SOURCE.test(path) && !LINT_ENTRY.test(path))
    .filter(path => {
      const text = readFileSync(join(repositoryRoot, path), 'utf8');
      return !withoutYear(text.replace(/^#!.*\n/, '')).startsWith(header);
    })
    .map(path => `${path}: begin it with the license header of its neighbors`);
}

function withoutYear(text) {
  return text.replace(/Copyright \d{4} /, 'Copyright ');
}
