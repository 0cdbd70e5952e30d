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

import { InputError } from '@backstage/errors';
import { LineCounter, parseAllDocuments } from 'yaml';
import { LONGEST_YAML } from './longestYaml';

/**
 * The documents of a file as plain data, in the types of YAML 1.2 with merge
 * keys applied; dates stay strings. Empty documents are left out.
 *
 * @throws InputError when it is not YAML, or too long; the message names the line
 * and quotes nothing of the text.
 *
 * @public
 */
export function readYaml(text: string): readonly unknown[] {
  if (text.length > LONGEST_YAML) {
    throw new InputError(
      `The YAML has ${text.length} characters, and no more than ${LONGEST_YAML} are read: split the file.`,
    );
  }
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
    // It would print to the console what is odd, parts of the text included.
    logLevel: 'error',
  });
  if (!Array.isArray(documents)) {
    return [];
  }
  const [error] = documents.flatMap(({ errors }) => errors);
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new InputError(
      `Line ${line}, column ${col} is not valid YAML (${error.code}): correct it, or put the value into quotes.`,
    );
  }
  try {
    return documents
      .filter(({ contents }) => contents !== null)
      .map(document => document.toJS())
      .map(data => (text.includes('&') ? finite(data) : data))
      .filter(data => data !== null);
  } catch {
    throw new InputError(
      'The YAML has aliases that cannot be resolved: write out what they stand for.',
    );
  }
}

/** @throws where a part holds itself, which nobody could walk through to its end */
function finite(data: unknown): unknown {
  JSON.stringify(data);
  return data;
}
