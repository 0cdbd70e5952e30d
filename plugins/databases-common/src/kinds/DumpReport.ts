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

// What a container of a backup Job may write to its termination log, so that its
// API server knows what the Job has left behind:
//
//   { "bytes": 104857600, "verified": true }
//
// Either may be left out. Words may stand before it: of a log the kubelet keeps
// the end. Nothing else of the text is kept.

import { Fields } from '../observation';

/**
 * What is kept of it.
 *
 * @public
 */
export interface DumpReport {
  /** Size of what it left behind. */
  readonly bytes?: number;
  /** Whether what it left behind was read and is good. */
  readonly verified?: boolean;
}

/** @returns `undefined` when a text is no such report */
export function readDumpReport(
  text: string | undefined,
): DumpReport | undefined {
  const fields = Fields.of(parse(/\{[^{}]*\}\s*$/.exec(text ?? '')?.[0]));
  const bytes = fields.number('bytes');
  const verified = fields.boolean('verified');
  const isSize = bytes !== undefined && bytes >= 0;
  return isSize || verified !== undefined
    ? { bytes: isSize ? bytes : undefined, verified }
    : undefined;
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
