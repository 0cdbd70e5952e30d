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

/** Anybody who may change a description could write more, which each look would go through. */
const MOST_DATABASES = 100;

/** It becomes a question to the catalog. */
const ENTITY_REF = /^[\w-]{1,63}:[\w.-]{1,63}\/[\w.-]{1,63}$/;

const blockSchema = z.object({
  version: z.literal(1),
  app: z.string(),
  target: z.string(),
  requester: z.string(),
  environments: z.array(z.string()),
  service: z.string().regex(ENTITY_REF).optional().catch(undefined),
  databases: z
    .array(
      z.object({
        environment: z.string(),
        namespace: z.string(),
        cluster: z.string(),
        database: z.string().optional(),
        inChart: z.literal(true).optional(),
      }),
    )
    .max(MOST_DATABASES)
    .optional(),
  alone: z.literal(true).optional(),
  readied: z.literal(true).optional(),
  requestDigest: z.string(),
  commit: z.string().optional(),
  files: z.record(z.string()),
});

/**
 * A database that a request changes.
 *
 * @public
 */
export interface RequestedDatabase {
  readonly environment: string;
  readonly namespace: string;
  /** Name of the CNPG cluster. */
  readonly cluster: string;
  /** Name in PostgreSQL, where the CNPG cluster has others' databases too. */
  readonly database?: string;
  /** Set where it comes with the app, so that the app cannot wait for it. */
  readonly inChart?: true;
}

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
  /** Entity reference of the service that it is for. */
  readonly service?: string;
  /** What must be there before the app may use it. Left out by earlier releases. */
  readonly databases?: readonly RequestedDatabase[];
  /** Set where nothing had to change in the other repository. */
  readonly alone?: true;
  /**
   * Set once the app's pull request was taken out of draft, in the same change of
   * its description: who makes it a draft again means that.
   */
  readonly readied?: true;
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

/** Changes the block of a description, and nothing else of it. @public */
export function replaceRequestBlock(body: string, block: RequestBlock): string {
  const start = body.lastIndexOf(MARK);
  const end = body.indexOf(END, start);
  return start < 0 || end < 0
    ? body
    : `${body.slice(0, start)}${renderRequestBlock(block)}${body.slice(end + END.length)}`;
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
