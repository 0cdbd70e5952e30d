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
 * The real servers that tests run against: one row each. What is built, and in
 * which version, stands in tools/<name>/go.mod (its `tool` and `require` lines).
 *
 * `minutes`: a build with an empty Go cache on two cores.
 * `oldest`: the oldest version, of the same major, that is taken from PATH;
 * left out for a server of our own, whose main.go lies beside its go.mod.
 * `build.linkerVariables`: version texts that a release build would set; without
 * them the server answers with a placeholder that clients cannot parse.
 * `build.staticRoot`: folders of the module that the binary reads when it runs.
 *
 * @type {readonly {
 *   name: string; minutes: number; oldest?: string; versionArgs?: string[];
 *   build: {
 *     tags?: string;
 *     linkerVariables?: (version: string) => Record<string, string>;
 *     staticRoot?: string[];
 *   };
 * }[]}
 */
export const pinnedServers = [
  {
    name: 'sops',
    minutes: 1.5,
    oldest: '3.13',
    versionArgs: ['--version', '--disable-version-check'],
    build: {},
  },
  {
    name: 'etcd',
    minutes: 1,
    oldest: '3.5',
    versionArgs: ['--version'],
    build: {},
  },
  {
    name: 'kube-apiserver',
    minutes: 4,
    oldest: '1.33',
    versionArgs: ['--version'],
    build: {
      linkerVariables: version => ({
        'k8s.io/component-base/version.gitVersion': `v${version}`,
        'k8s.io/component-base/version.gitMajor': version.split('.')[0],
        'k8s.io/component-base/version.gitMinor': version.split('.')[1],
      }),
    },
  },
  {
    name: 'gitea',
    minutes: 3.5,
    oldest: '1.24',
    versionArgs: ['--version'],
    build: {
      tags: 'sqlite sqlite_unlock_notify',
      linkerVariables: version => ({ 'main.Version': version }),
      staticRoot: ['options', 'public', 'templates'],
    },
  },
  {
    name: 'kustomize',
    minutes: 0.5,
    oldest: '5.0',
    versionArgs: ['version'],
    build: {},
  },
  { name: 'vault', minutes: 4, build: {} },
];
