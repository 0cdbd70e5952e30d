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

import { EditResult } from './EditResult';
import { Refusal } from './Refusal';
import type { YamlStyle } from './renderYaml';
import { Splice } from './Splice';
import { YamlFile } from './YamlFile';

/**
 * Changes a file by replacing ranges of its text, so that every other byte of
 * it stays.
 *
 * The plan is made again for the result: an edit that does not lead to where
 * nothing is left to do is not handed out.
 *
 * @param plan - what to replace; nothing when the file is right already
 * @param usual - how to write what the file itself does not show
 */
export function editFile(
  text: string,
  plan: (file: YamlFile) => readonly Splice[],
  usual: YamlStyle = {},
): EditResult {
  try {
    const splices = plan(new YamlFile(text, usual));
    if (splices.length === 0) {
      return { state: 'unchanged' };
    }
    const edited = applySplices(text, splices);
    if (!isDone(edited, plan)) {
      throw new Refusal(
        'the file is laid out in a way that single lines cannot be changed in',
        'Make the change by hand.',
      );
    }
    return { state: 'edited', text: edited };
  } catch (error) {
    if (error instanceof Refusal) {
      return {
        state: 'refused',
        reason: error.message,
        remedy: error.remedy,
      };
    }
    throw error;
  }
}

function isDone(
  text: string,
  plan: (file: YamlFile) => readonly Splice[],
): boolean {
  try {
    return plan(new YamlFile(text)).length === 0;
  } catch (error) {
    if (error instanceof Refusal) {
      return false;
    }
    throw error;
  }
}

/** Those at one place are applied in the order given. */
function applySplices(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const { start, end, text: replacement } of [...splices].sort(
    (a, b) => a.start - b.start,
  )) {
    parts.push(text.slice(position, start), replacement);
    position = Math.max(position, end);
  }
  return [...parts, text.slice(position)].join('');
}
