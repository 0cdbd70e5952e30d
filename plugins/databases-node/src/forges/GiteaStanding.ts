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

import { RepositoryRef } from '@basewell/plugin-databases-common';
import { ForgeIntent, ForgeStanding } from './Forge';
import { GiteaApi } from './GiteaApi';
import {
  GiteaProtection,
  giteaProtectionOf,
  refusalsOfProtection,
} from './giteaProtection';
import {
  MergeMethod,
  MergingFacts,
  RuleRefusal,
  standingOf,
} from './standingOf';

/** What we read of Gitea's `Repository`. */
interface Described {
  readonly archived: boolean;
  readonly has_pull_requests?: boolean;
  readonly permissions?: { readonly push: boolean; readonly admin: boolean };
  readonly parent?: { readonly full_name: string } | null;
  readonly allow_merge_commits?: boolean;
  readonly allow_rebase?: boolean;
  readonly allow_rebase_explicit?: boolean;
  readonly allow_squash_merge?: boolean;
  readonly allow_fast_forward_only_merge?: boolean;
}

const PURPOSE = 'find out what is allowed';

/**
 * What a Gitea tells beforehand: of the repository to everybody, of protected
 * branches to who administrates it.
 *
 * @internal
 */
export class GiteaStanding {
  readonly #api: GiteaApi;
  readonly #ref: RepositoryRef;

  constructor(api: GiteaApi, ref: RepositoryRef) {
    this.#api = api;
    this.#ref = ref;
  }

  async read(intent: ForgeIntent): Promise<ForgeStanding> {
    const described = await this.#api.get<Described>(PURPOSE, []);
    const rules = described?.permissions?.admin
      ? await this.#protections()
      : [];
    const base = giteaProtectionOf(rules, this.#ref.branch);
    return standingOf(
      this.#ref,
      {
        archived: described?.archived,
        mayPush: described?.permissions?.push,
        takesPullRequests: described?.has_pull_requests,
        forkOf: described?.parent?.full_name,
        refusals: await this.#refusals(rules, intent),
        merging: mergingOf(described, base),
      },
      intent,
    );
  }

  async #refusals(
    rules: readonly GiteaProtection[],
    { branch }: ForgeIntent,
  ): Promise<readonly RuleRefusal[]> {
    const rule = giteaProtectionOf(rules, branch);
    if (!rule) {
      return [];
    }
    const signs = rule.require_signed_commits && (await this.#maySign());
    return refusalsOfProtection(rule, signs);
  }

  async #protections(): Promise<readonly GiteaProtection[]> {
    const { status, body } = await this.#api.send({
      purpose: 'read the protections of branches',
      method: 'GET',
      path: ['branch_protections'],
      accept: [403, 404],
    });
    return status < 300 ? (body as readonly GiteaProtection[]) : [];
  }

  /**
   * Without a key it signs nothing; with one it may have reasons of its own. Of
   * the kind that it does not have there is none, and before Gitea 1.25 an empty
   * one.
   */
  async #maySign(): Promise<boolean> {
    for (const kind of ['gpg', 'pub']) {
      const { status, body } = await this.#api.send({
        purpose: 'read the key that commits are signed with',
        method: 'GET',
        path: [`signing-key.${kind}`],
        accept: [403, 404],
      });
      if (status !== 404 && (status >= 300 || body)) {
        return true;
      }
    }
    return false;
  }
}

function mergingOf(
  described: Described | undefined,
  base: GiteaProtection | undefined,
): MergingFacts {
  const {
    allow_merge_commits: merge,
    allow_rebase: rebase,
    allow_rebase_explicit: rebaseMerge,
    allow_squash_merge: squash,
    allow_fast_forward_only_merge: forward,
  } = described ?? {};
  const methods = (
    [
      ['merge', merge || rebaseMerge],
      ['rebase', rebase],
      ['squash', squash],
      ['fast-forward', forward],
    ] as const
  ).flatMap(([method, allowed]): MergeMethod[] => (allowed ? [method] : []));
  return { approvals: base?.required_approvals, methods };
}
