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

import { isError } from '@backstage/errors';
import { ForgeIntent } from './Forge';
import { GithubApi } from './GithubApi';
import {
  appliesTo,
  BASE_QUESTION,
  GithubBase,
  GithubRuleset,
  GithubRuleType,
  PARENT_QUESTION,
  RULESETS_QUESTION,
} from './githubRuleset';
import {
  GithubBranchRule,
  githubRefusals,
  RULES_THAT_REFUSE,
} from './githubRefusals';
import { MergingFacts, RuleRefusal } from './standingOf';

interface Found {
  readonly rulesets: readonly GithubRuleset[];
  readonly base: GithubBase | undefined;
  readonly parent: string | undefined;
}

const PAGE = '100';

/**
 * Rules of branches, which everybody sees who reads the repository. Rulesets
 * come along with another question; only where one of them may be about a branch
 * is GitHub asked which do, and whether the account may pass them by. Of the
 * older protections GitHub tells what holds for a branch that is there.
 *
 * https://docs.github.com/en/rest/repos/rules
 *
 * @internal
 */
export class GithubRules {
  readonly #api: GithubApi;
  readonly #base: string;
  #found?: Promise<Found>;

  constructor(api: GithubApi, base: string) {
    this.#api = api;
    this.#base = base;
  }

  /** Asks together with what else is asked in this turn. */
  prepare(): Promise<Found> {
    if (!this.#found) {
      this.#found = this.#find();
      // A failure is no fact about the rules: the next one may ask again.
      this.#found.catch(() => {
        this.#found = undefined;
      });
    }
    return this.#found;
  }

  async parent(): Promise<string | undefined> {
    return (await this.prepare()).parent;
  }

  /** @param exists - whether the branch does already */
  async refusals(
    intent: ForgeIntent,
    exists: boolean,
  ): Promise<readonly RuleRefusal[]> {
    const { rulesets } = await this.prepare();
    const mayRefuse = rulesets.some(
      ruleset =>
        this.#applies(ruleset, intent.branch) !== 'no' &&
        ruleset.types.some(type => RULES_THAT_REFUSE.has(type)),
    );
    if (!mayRefuse) {
      return [];
    }
    const rules = await this.#read<readonly GithubBranchRule[]>(
      `read the rules of the branch ${intent.branch}`,
      ['rules', 'branches', intent.branch],
      { per_page: PAGE },
    );
    const refusing = (rules ?? []).flatMap(rule =>
      githubRefusals(rule, intent, exists).map(
        refusal => [rule.ruleset_id, refusal] as const,
      ),
    );
    const unpassed = new Map(
      await Promise.all(
        [...new Set(refusing.map(([id]) => id))].map(
          async id => [id, await this.#unpassed(id)] as const,
        ),
      ),
    );
    return refusing.flatMap(([id, refusal]) => {
      const rule = unpassed.get(id);
      return rule === undefined ? [] : [{ ...refusal, rule }];
    });
  }

  /** Whether it is certain that the branch, or the base branch, takes signed commits only. */
  async demandsSignatures(branch: string): Promise<boolean> {
    const { rulesets, base } = await this.prepare();
    return (
      Boolean(base?.requiresSignatures) ||
      [branch, this.#base].some(name =>
        this.#certain(rulesets, name, 'REQUIRED_SIGNATURES'),
      )
    );
  }

  async merging(): Promise<MergingFacts> {
    const { rulesets, base } = await this.prepare();
    const reviews = rulesets
      .filter(ruleset => this.#applies(ruleset, this.#base) === 'yes')
      .flatMap(ruleset => ruleset.reviews ?? []);
    return {
      approvals: Math.max(
        base?.approvals ?? 0,
        ...reviews.map(({ approvals }) => approvals),
      ),
      codeOwners:
        Boolean(base?.codeOwners) ||
        reviews.some(({ codeOwners }) => codeOwners),
    };
  }

  #certain(
    rulesets: readonly GithubRuleset[],
    branch: string,
    type: GithubRuleType,
  ): boolean {
    return rulesets.some(
      ruleset =>
        ruleset.types.includes(type) &&
        this.#applies(ruleset, branch) === 'yes',
    );
  }

  #applies(ruleset: GithubRuleset, branch: string) {
    return appliesTo(ruleset, {
      branch,
      isDefault: branch === this.#api.known?.defaultBranchRef?.name,
    });
  }

  async #find(): Promise<Found> {
    const [rulesets, base, parent] = await Promise.all([
      this.#api.tryAsk(RULESETS_QUESTION),
      this.#api.tryAsk(BASE_QUESTION(this.#base)),
      this.#api.tryAsk(PARENT_QUESTION),
    ]);
    return { rulesets: rulesets ?? [], base, parent };
  }

  /** Name of a ruleset that the account cannot pass by; `undefined` as well when GitHub does not say. */
  async #unpassed(id: number): Promise<string | undefined> {
    const ruleset = await this.#read<{
      readonly name: string;
      readonly current_user_can_bypass?: string;
    }>(`read the ruleset ${id}`, ['rulesets', String(id)]);
    return ruleset?.current_user_can_bypass === 'never'
      ? `"${ruleset.name}"`
      : undefined;
  }

  /** `undefined` when the account may not know. */
  async #read<T>(
    purpose: string,
    path: readonly string[],
    query?: { readonly [name: string]: string },
  ): Promise<T | undefined> {
    try {
      const call = { purpose, method: 'GET' as const, path, query };
      return (await this.#api.rest(call)).body as T;
    } catch (error) {
      if (
        isError(error) &&
        ['NotAllowedError', 'NotFoundError'].includes(error.name)
      ) {
        return undefined;
      }
      throw error;
    }
  }
}
