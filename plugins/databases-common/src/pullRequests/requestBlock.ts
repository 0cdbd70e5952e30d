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

import { z } from 'zod';

const MARK = '<!-- basewell:request ';
const END = ' -->';

const blockSchema = z.object({
  version: z.literal(1),
  app: z.string(),
  target: z.string(),
  requester: z.string(),
  environments: z.array(z.string()),
  requestDigest: z.string(),
  commit: z.string().optional(),
  files: z.record(z.string()),
});

/**
 * What a pull request tells machines: whose request it is, and what it wrote.
 * Nothing else remembers a request.
 *
 * ```
 * <!-- basewell:request {"version":1,"app":"shop","target":"main",…} -->
 * ```
 *
 * @public
 */
export interface RequestBlock {
  readonly version: 1;
  /** The app key. */
  readonly app: string;
  /** Id of the target. */
  readonly target: string;
  /** Entity reference. */
  readonly requester: string;
  readonly environments: readonly string[];
  /** SHA-256 over the canonical request, in hex. */
  readonly requestDigest: string;
  /** Head of the branch when it was last written; another one has somebody else's commits on it. */
  readonly commit?: string;
  /** Fingerprints by path of what was written to the branch. */
  readonly files: { readonly [path: string]: string };
}

/** The block as an HTML comment, which Markdown does not show. */
export function renderRequestBlock(block: RequestBlock): string {
  const json = JSON.stringify(block)
    .replace(/</g, '\\u003c')
    .replace(/>/g, '\\u003e')
    .replace(/--/g, '\\u002d\\u002d');
  return `${MARK}${json}${END}`;
}

/**
 * Reads the block of a pull request's description.
 *
 * @returns `undefined` when there is none, or none that can be read: then it is
 *   somebody else's pull request.
 * @public
 */
export function parseRequestBlock(body: string): RequestBlock | undefined {
  const start = body.lastIndexOf(MARK);
  const end = body.indexOf(END, start);
  if (start < 0 || end < 0) {
    return undefined;
  }
  try {
    const json: unknown = JSON.parse(body.slice(start + MARK.length, end));
    const parsed = blockSchema.safeParse(json);
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
