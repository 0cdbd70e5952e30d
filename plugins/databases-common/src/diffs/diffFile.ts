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

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { PlannedFile } from '../model';
import { secretShape } from './secretShape';

/**
 * A planned file as a unified diff of its touched hunks; empty when nothing
 * changes. A secret shows where its values will come from.
 *
 * @public
 */
export function diffFile(file: PlannedFile): string {
  if (file.change === 'none') {
    return '';
  }
  const before = file.kind === 'text' ? file.before : undefined;
  const after = file.kind === 'text' ? file.content : secretShape(file);
  return createTwoFilesPatch(
    before === undefined ? '/dev/null' : `a/${file.path}`,
    `b/${file.path}`,
    before ?? '',
    after,
    undefined,
    undefined,
    { context: 3, headerOptions: FILE_HEADERS_ONLY },
  );
}
