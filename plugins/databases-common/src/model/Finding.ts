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

/** @public */
export type Severity = 'info' | 'warning' | 'error';

/**
 * One observed field, as it was seen.
 *
 * @public
 */
export interface Evidence {
  /** What was looked at: `Cluster databases/shop-cnpg`, or a file `deploy/env/dev/shop.yaml`. */
  readonly object: string;
  /** Field path or line, such as `status.phase`. */
  readonly field?: string;
  readonly value?: string;
  /** UTC ISO instant; left out for files, which have a commit instead. */
  readonly observedAt?: string;
  /** Where a person can look at it. */
  readonly url?: string;
}

/** @public */
export type MessageParams = {
  readonly [name: string]: string | number | boolean | readonly string[];
};

/**
 * A rule's result. `message` and `params` are what pages render in the reader's
 * language; `summary` and `remedy` are the same in English.
 *
 * @public
 */
export interface Finding {
  /** Stable id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** Key in `messages/`. */
  readonly message: string;
  readonly params: MessageParams;
  /** One sentence that a colleague would say. */
  readonly summary: string;
  /** What to do about it. */
  readonly remedy: string;
  readonly evidence: readonly Evidence[];
  /** Where in the request it can be mended, such as `spec.environments[0].storage`. */
  readonly field?: string;
  /** Set when the request waives the rule; a waived finding does not stop anything. */
  readonly waiver?: { readonly reason: string; readonly until?: string };
}
