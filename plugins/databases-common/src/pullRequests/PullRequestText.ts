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

/**
 * What a pull request says of itself.
 *
 * @public
 */
export interface PullRequestText {
  /** Without a draft prefix: a forge that has no drafts adds its own. */
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly draft: boolean;
}

/**
 * What a pull request says besides the plan.
 *
 * @public
 */
export interface PullRequestFacts {
  /** Entity reference of the person who asks. */
  readonly requester: string;
  /** Who CODEOWNERS asks for a review. */
  readonly reviewers: readonly string[];
  /** The pull request in the other repository, once it stands; or that it could not be opened. */
  readonly peer?: { readonly url: string } | 'missing';
  /** For the machine-readable block. Left out where nothing is published. */
  readonly block?: {
    readonly requestDigest: string;
    /** Head of the branch. */
    readonly commit?: string;
    /** Fingerprints by path of what was written to the branch. */
    readonly files: { readonly [path: string]: string };
    /** See `RequestBlock`. */
    readonly readied?: true;
  };
}
