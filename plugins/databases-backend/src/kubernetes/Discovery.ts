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

import { ObservedKind } from '@basewell/plugin-databases-common/domain';
import { ApiProblem } from './ApiProblem';
import { ClusterTransport } from './ClusterTransport';
import { versionPath } from './collectionPath';
import { ReaderClock } from './ReaderClock';
import { requestJson } from './requestJson';

const DEADLINE = 20_000;
/** The kinds of a group ask at the same time; they share the answers. */
const SHARED_FOR = 5_000;

/**
 * In which version an API server serves a kind:
 *
 * - `/apis/<group>`: `{versions: [{version}]}`, 404 when there is no such group
 * - `/apis/<group>/<version>` (core: `/api/v1`): `{resources: [{name, verbs}]}`
 */
export class Discovery {
  readonly #transport: ClusterTransport;
  readonly #clock: ReaderClock;
  readonly #answers = new Map<
    string,
    { readonly at: number; readonly answer: Promise<any> }
  >();

  constructor(transport: ClusterTransport, clock: ReaderClock) {
    this.#transport = transport;
    this.#clock = clock;
  }

  /**
   * @returns the best version of those that are understood
   * @throws ApiProblem `absent` when the kind is not served at all, `failing`
   *   when only in other versions.
   */
  async version(kind: ObservedKind, signal: AbortSignal): Promise<string> {
    const served = await this.#versions(kind.group, signal);
    for (const version of kind.versions) {
      if (
        served.includes(version) &&
        (await this.#serves(kind, version, signal))
      ) {
        return version;
      }
    }
    const others: string[] = [];
    for (const version of served) {
      if (
        !kind.versions.includes(version) &&
        (await this.#serves(kind, version, signal))
      ) {
        others.push(version);
      }
    }
    if (others.length) {
      throw new ApiProblem(
        'failing',
        `The API server serves ${kind.id} as ${others.join(', ')} only, and ${kind.versions.join(', ')} is what this portal understands. Update the portal, or serve that version too.`,
      );
    }
    throw new ApiProblem(
      'absent',
      `The API server does not serve ${kind.id}. Install its CRD if it should be there; it is looked for each minute.`,
    );
  }

  async #versions(
    group: string,
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    if (!group) {
      return ['v1'];
    }
    const answer = await this.#ask(`/apis/${group}`, signal);
    return (answer?.versions ?? []).map(({ version }: any) => String(version));
  }

  async #serves(
    kind: ObservedKind,
    version: string,
    signal: AbortSignal,
  ): Promise<boolean> {
    const answer = await this.#ask(versionPath(kind.group, version), signal);
    return (answer?.resources ?? []).some(
      ({ name, verbs = [] }: any) =>
        name === kind.resource &&
        verbs.includes('list') &&
        verbs.includes('watch'),
    );
  }

  /** @returns `undefined` for 404 */
  async #ask(path: string, signal: AbortSignal): Promise<any> {
    const now = this.#clock.now();
    const known = this.#answers.get(path);
    if (known && now - known.at < SHARED_FOR) {
      return await known.answer;
    }
    const answer = requestJson(this.#transport, {
      path,
      asked: `get ${path}`,
      deadline: DEADLINE,
      clock: this.#clock,
      signal,
    }).catch(error => {
      if (error instanceof ApiProblem && error.state === 'absent') {
        return undefined;
      }
      // A failure is nobody else's answer.
      this.#answers.delete(path);
      throw error;
    });
    this.#answers.set(path, { at: now, answer });
    return await answer;
  }
}
