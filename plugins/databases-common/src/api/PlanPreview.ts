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

import {
  DatabaseDraft,
  ControllerSealing,
  EncryptionFact,
  EntryToFill,
  FileChange,
  Finding,
  PlanNote,
  RepositoryRole,
  SecretDraft,
  StatedConvention,
} from '../model';

/**
 * Body of `POST /plans`.
 *
 * @public
 */
export interface PlanPreviewRequest {
  /** A DatabaseRequest; validated by the server. */
  readonly request: unknown;
  /** The person's own tokens, where the target's hosts demand them. Never stored or logged. */
  readonly tokens?: { readonly [role in RepositoryRole]?: string };
}

/**
 * Answer of `POST /plans`: both pull requests as they would be made, secrets as
 * shapes. It is the plan that will be sealed: submit its `digest` with the
 * request, and a plan that came out otherwise is refused.
 *
 * @public
 */
export interface PlanPreview {
  /** Over the content of the plan, not over commit ids: SHA-256 in hex. */
  readonly digest: string;
  readonly target: string;
  readonly branch: string;
  readonly databases: readonly DatabaseDraft[];
  readonly files: readonly PreviewFile[];
  /** The platform's first, in the order of merging. */
  readonly pullRequests: readonly PreviewPullRequest[];
  readonly findings: readonly Finding[];
  /** What the repositories do in their own way, and which files show it. */
  readonly conventions: readonly StatedConvention[];
  readonly notes: readonly PlanNote[];
  /** What a person fills into a secret store before the merge. */
  readonly entries: readonly EntryToFill[];
  /** Why it cannot be created now, worst first; empty when it can. */
  readonly blockers: readonly string[];
}

/** @public */
export interface PreviewFile {
  readonly repository: RepositoryRole;
  readonly path: string;
  readonly change: FileChange;
  readonly purpose: string;
  readonly environment?: string;
  /** Unified diff with touched hunks only; empty when nothing changes. Secrets show shapes. */
  readonly diff: string;
  readonly secret?: SecretDraft;
  readonly encryption?: EncryptionFact | ControllerSealing;
}

/** @public */
export interface PreviewPullRequest {
  readonly repository: RepositoryRole;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly draft: boolean;
  /** The one that running would update, or the one that is in the way. */
  readonly existing?: {
    readonly number: number;
    readonly url: string;
    readonly state: 'open' | 'merged' | 'closed';
    readonly requester?: string;
    /** Whether running updates it (`ours`) or it belongs to somebody else's request. */
    readonly ours: boolean;
  };
  /** Who the repository's CODEOWNERS will ask. */
  readonly reviewers: readonly string[];
  /** Who has to approve by rules of the host. Left out: nobody, or the host tells nothing. */
  readonly approvals?: readonly PreviewApproval[];
}

/** @public */
export interface PreviewApproval {
  /** Its name on the host. */
  readonly rule: string;
  /** How many of them, 1 or more. */
  readonly required: number;
  /** Empty where anybody may. */
  readonly approvers: readonly string[];
}
