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

import { ForgeIntent } from './Forge';
import { GitlabApi } from './GitlabApi';
import {
  GitlabProtection,
  GitlabPushRule,
  gitlabRefusals,
} from './gitlabRefusals';
import { WriteFacts } from './standingOf';

/** What we read of GitLab's project. */
interface Described {
  readonly forked_from_project?: {
    readonly path_with_namespace: string;
  } | null;
  readonly squash_option?: string;
}

/**
 * What a project tells to its Maintainers: protected branches, push rules, what
 * it is a fork of and whether it squashes. Tiers without push rules say 404.
 *
 * @internal
 */
export async function readGitlabRules(
  api: GitlabApi,
  intent: ForgeIntent,
): Promise<Pick<WriteFacts, 'refusals' | 'forkOf' | 'merging'>> {
  const read = async <T>(what: string, path: readonly string[], none: T) => {
    const { status, body } = await api.send({
      purpose: `read ${what}`,
      method: 'GET',
      path,
      ...(path.includes('protected_branches') && {
        query: { per_page: '100' },
      }),
      accept: [403, 404],
    });
    return status < 300 && body ? (body as T) : none;
  };
  const [protections, pushRule, described] = await Promise.all([
    read<readonly GitlabProtection[]>(
      'the protected branches',
      ['protected_branches'],
      [],
    ),
    read<GitlabPushRule>('the push rules', ['push_rule'], {}),
    read<Described>('the project', [], {}),
  ]);
  return {
    refusals: gitlabRefusals(protections, pushRule, intent),
    forkOf: described.forked_from_project?.path_with_namespace,
    merging:
      described.squash_option === 'always' ? { methods: ['squash'] } : {},
  };
}
