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

/** What a host tells beforehand; what it does not tell is left out. @internal */
export interface WriteFacts {
  readonly archived?: boolean;
  /** It can neither be read nor written. */
  readonly disabled?: boolean;
  /** The host works on it, and does not say what that forbids. */
  readonly inMaintenance?: boolean;
  readonly mayPush?: boolean;
  readonly takesPullRequests?: boolean;
  readonly mayOpenPullRequests?: boolean;
  /** Rules that are known to refuse the branch or the commit, the account's own rights considered. */
  readonly refusals?: readonly RuleRefusal[];
  /** The repository that it is a fork of: `owner/repo`. */
  readonly forkOf?: string;
  /** What it takes to merge into the base branch. */
  readonly merging?: MergingFacts;
}

/** @internal */
export interface RuleRefusal {
  /** As the settings of the host show it: `databases/*`. */
  readonly rule: string;
  /** `signature`: the commit would have none. */
  readonly of: 'creation' | 'push' | 'name' | 'message' | 'signature';
  /** What a name or a message has to be, after "must": `match ^feature/`. */
  readonly wanted?: string;
}

/** @internal */
export interface MergingFacts {
  /** How many, 1 or more. */
  readonly approvals?: number;
  readonly codeOwners?: boolean;
  readonly methods?: readonly MergeMethod[];
}

/** @internal */
export type MergeMethod = 'merge' | 'squash' | 'rebase' | 'fast-forward';

const BY: { readonly [method in MergeMethod]: string } = {
  merge: 'a merge commit',
  squash: 'squashing',
  rebase: 'rebasing',
  'fast-forward': 'fast-forward',
};

/** In one voice for all hosts. @internal */
export function standingOf(
  ref: RepositoryRef,
  facts: WriteFacts,
  intent: ForgeIntent,
): ForgeStanding {
  const name = `${ref.owner}/${ref.repo} on ${ref.host}`;
  return {
    obstacles: [
      ...(facts.archived
        ? [
            `${name} is archived. Unarchive it, or name another one in the target's repoUrl.`,
          ]
        : []),
      ...(facts.disabled
        ? [
            `${name} is disabled. Enable it in the settings of the project, or name another one in the target's repoUrl.`,
          ]
        : []),
      ...(facts.mayPush === false && !facts.archived
        ? [
            `The portal's account may read ${name} and not push to it. Give it the right to write there.`,
          ]
        : []),
      ...(facts.takesPullRequests === false
        ? [
            `${name} takes no pull requests. Turn them on in its settings, or name another one in the target's repoUrl.`,
          ]
        : []),
      ...(facts.mayOpenPullRequests === false &&
      facts.mayPush !== false &&
      facts.takesPullRequests !== false
        ? [
            `The portal's account may push to ${name} and not open pull requests there. Give it the right to.`,
          ]
        : []),
      // Who may not push at all has one thing to mend, not two.
      ...(facts.archived || facts.mayPush === false
        ? []
        : (facts.refusals ?? []).map(
            refusal =>
              `The rule ${refusal.rule} of ${name} ${wordsOf(refusal, intent)}`,
          )),
    ],
    notes: notesOf(ref, facts),
  };
}

function wordsOf({ of, wanted }: RuleRefusal, intent: ForgeIntent): string {
  const { branch } = intent;
  const [headline] = intent.message.split('\n');
  switch (of) {
    case 'creation':
      return `does not let the portal's account create the branch ${branch}. Let it, or take such branches out of the rule.`;
    case 'push':
      return `does not let the portal's account push to the branch ${branch}. Let it, or take such branches out of the rule.`;
    case 'name':
      return `refuses the branch ${branch}: its name must ${wanted}. Take such branches out of the rule.`;
    case 'message':
      return `refuses the commit "${headline}": its message must ${wanted}. Take the branch ${branch} or the portal's account out of the rule.`;
    default:
      return `wants signed commits, and the host does not sign those of the portal's account. Let it sign them, or take the branch ${branch} out of the rule.`;
  }
}

function notesOf(
  { owner, repo, host, branch }: RepositoryRef,
  { forkOf, inMaintenance, merging }: WriteFacts,
): readonly string[] {
  const { approvals = 0, codeOwners = false, methods = [] } = merging ?? {};
  const name = `${owner}/${repo} on ${host}`;
  const reviews = [
    ...(approvals ? [`${approvals} approval${approvals > 1 ? 's' : ''}`] : []),
    ...(codeOwners ? ['the approval of a code owner'] : []),
  ];
  const [only, ...others] = methods;
  return [
    ...(forkOf
      ? [
          `${name} is a fork of ${forkOf}. The pull request is opened in ${owner}/${repo}, and nothing is sent to ${forkOf}.`,
        ]
      : []),
    ...(inMaintenance
      ? [
          `${name} is in maintenance, as the host says. Where writing fails, run again when that is over.`,
        ]
      : []),
    ...(reviews.length
      ? [`${name} merges into ${branch} with ${reviews.join(' and ')}.`]
      : []),
    ...(only && !others.length
      ? [`${name} merges into ${branch} by ${BY[only]} only.`]
      : []),
  ];
}
